/** A waiver as its comment says it. */
export interface WaiverComment {
  readonly rule: string
  readonly reason: string
  /** What is wrong with it, as a message says it. */
  readonly fault?: string
  /** Which of the HTML’s comments it is, from 0. */
  readonly index: number
}

const written = '`<!-- lectern-waive rule-id: reason -->`'

/** The waivers among the comments of some raw HTML, in order. */
export function readComments(html: string): WaiverComment[] {
  const waivers: WaiverComment[] = []
  let index = 0
  for (let at = html.indexOf('<!--'); at >= 0; index++) {
    const end = html.indexOf('-->', at + 4)
    if (end < 0) break
    const waiver = read(html.slice(at + 4, end))
    if (waiver) waivers.push({...waiver, index})
    // What looks like the beginning of a comment in one is none.
    index += html.slice(at + 4, end).split('<!--').length - 1
    at = html.indexOf('<!--', end + 3)
  }
  return waivers
}

function read(comment: string): Omit<WaiverComment, 'index'> | undefined {
  const text = comment.replace(/\s+/g, ' ').trim()
  const name = /^lectern[-_ ]?waive[a-z]*/i.exec(text)?.[0]
  if (name === undefined) return undefined
  const said = text.slice(name.length).trim()
  const [rule = ''] = /^[^\s:]*/.exec(said) ?? []
  const [, reason = ''] = /^ ?: ?(.*)$/.exec(said.slice(rule.length)) ?? []
  const fault =
    name !== 'lectern-waive'
      ? `Unexpected \`${name}\`, expected ${written}`
      : rule === ''
        ? `Unexpected waiver without the id of a rule, expected ${written}`
        : reason === ''
          ? `Unexpected waiver of \`${rule}\` without a reason, expected one after a colon: \`<!-- lectern-waive ${rule}: reason -->\``
          : undefined
  // In a cell, `\|` is a bar; HTML keeps its stroke.
  return {rule, reason: reason.replaceAll('\\|', '|'), ...(fault ? {fault} : {})}
}

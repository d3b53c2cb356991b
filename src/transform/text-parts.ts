const fence = /^(?<marks>`{3,}(?=[^`]*$)|~{3,})/
const container =
  /^(?<colons>:{3,})[a-z]+(?:-[a-z]+)*(?:\[[^[\]`\\<]*\])?(?:\{(?<attributes>[^{}]*)\})?[ \t]*$/
const attributes = /^(?:\s*(?:[#.][\w-]+|[A-Za-z][\w-]*(?:=(?:"[^"]*"|[\w%./-]+))?)(?=\s|$))*\s*$/
/** No line that opens a container is longer. */
const longestFence = 900
/** A line that may begin something which a blank line does not end, but not so that it is certain to. */
const unclear = /^ {1,3}(?:`{3,}|~{3,}|\${2}|:{3,}|<)/

/**
 * A Markdown text in parts that can be read one by one: each but the first begins with a heading (`## Methods`) after a
 * blank line, outside of all that goes on over blank lines. Where that is not certain, the rest is one part.
 */
export function partsOf(text: string, hasFrontMatter: boolean, shortest: number): string[] {
  const parts: string[] = []
  let start = 0
  /** Whether a line ends what is open; undefined where nothing is. */
  let closes: ((line: string) => boolean | 'unclear') | undefined
  let isBlankAbove = true
  const lines = linesOf(text)
  const first = hasFrontMatter ? afterFrontMatter(lines) : 0
  for (const {line, offset} of lines.slice(first)) {
    const isBlank = /^[ \t]*$/.test(line)
    if (closes) {
      const closing = closes(line)
      if (closing === 'unclear') break
      if (closing) closes = undefined
    } else if (isBlankAbove && /^#{1,6}(?:[ \t]|$)/.test(line)) {
      if (offset - start >= shortest) {
        parts.push(text.slice(start, offset))
        start = offset
      }
    } else {
      const opened = opening(line, isBlankAbove)
      if (opened === 'unclear') break
      closes = opened
    }
    isBlankAbove = isBlank
  }
  return [...parts, text.slice(start)]
}

type Closes = (line: string) => boolean | 'unclear'

/** What a line opens that goes on over blank lines: how it ends. */
function opening(line: string, isBlankAbove: boolean): Closes | 'unclear' | undefined {
  const marks = fence.exec(line)?.groups?.marks
  if (marks) return ends(new RegExp(`^ {0,3}[${marks[0]}]{${marks.length},}[ \\t]*$`))
  if (/^(?:`{3}|:{3}|\${2}[ \t]*$)/.test(line) && !isBlankAbove) return 'unclear'
  if (/^\$\$[ \t]*$/.test(line)) return ends(/^ {0,3}\$\$[ \t]*$/)
  if (line.startsWith(':::')) return inContainer(line)
  if (line.startsWith('<')) return inHtml(line, isBlankAbove)
  return unclear.test(line) || line.startsWith('```') ? 'unclear' : undefined
}

function ends(pattern: RegExp): Closes {
  return (line) => pattern.test(line)
}

/** A container ends where as many of its kind have ended as begun; colons that do not pair are unclear. */
function inContainer(line: string): Closes | 'unclear' {
  const open: number[] = []
  const count: Closes = (each) => {
    if (!/^[ \t>]*:{3,}/.test(each)) return false
    if (each.length > longestFence) return 'unclear'
    const {colons, attributes: given = ''} = container.exec(each)?.groups ?? {}
    if (colons) {
      open.push(colons.length)
      return attributes.test(given) ? false : 'unclear'
    }
    const closing = /^(:{3,})[ \t]*$/.exec(each)?.[1]?.length
    if (closing === undefined || closing !== open.pop()) return 'unclear'
    return open.length === 0
  }
  return count(line) === 'unclear' || open.length === 0 ? 'unclear' : count
}

/** HTML ends at a blank line, a comment where it says so; of elements that hold text as it is nothing is certain. */
function inHtml(line: string, isBlankAbove: boolean): Closes | 'unclear' | undefined {
  if (/^<!--(?!-?>).*-->/.test(line)) return undefined
  if (!isBlankAbove) return 'unclear'
  if (/^<!--(?!-?>)/.test(line)) return ends(/-->/)
  if (!/^<\/?[a-z][a-z\d]*[\s/>]/i.test(`${line}\n`) || /^<\/?(?:script|pre|style|textarea)\b/i.test(line))
    return 'unclear'
  return (each) => {
    if (/^ {0,3}(?:`{3}|~{3}|\${2}|:{3}|<!|<\?|<(?:script|pre|style|textarea))/i.test(each)) return 'unclear'
    return /^[ \t]*$/.test(each)
  }
}

function linesOf(text: string): {line: string; offset: number}[] {
  const lines: {line: string; offset: number}[] = []
  let offset = 0
  for (const {0: end, index} of text.matchAll(/\r\n?|\n/g)) {
    lines.push({line: text.slice(offset, index), offset})
    offset = index + end.length
  }
  lines.push({line: text.slice(offset), offset})
  return lines
}

/** The first line after the front matter; the last of all where that does not end. */
function afterFrontMatter(lines: readonly {line: string}[]): number {
  if (!/^---[ \t]*$/.test(lines[0]?.line ?? '')) return 0
  const end = lines.findIndex(({line}, index) => index > 0 && /^---[ \t]*$/.test(line))
  return end < 0 ? lines.length : end + 1
}

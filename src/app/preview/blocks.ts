import {createHash} from 'node:crypto'

/** A page taken apart where it may change in place. */
export interface Blocks {
  /** The page with a mark on each container, `data-blocks`, and on each block in it, `data-block`. */
  readonly html: string
  /** A digest of all but the blocks. */
  readonly frame: string
  /** The digests of the blocks of each container, in order; a container among them is `=` and its number. */
  readonly lists: readonly (readonly string[])[]
  readonly blocks: ReadonlyMap<string, string>
}

/**
 * Takes a page apart into blocks: the elements right in its head, body, main part or row of slides. The page is one
 * that Lectern wrote: what is opened is closed, and what is no tag has no `<`.
 */
export function toBlocks(html: string): Blocks {
  const lists: string[][] = []
  const blocks = new Map<string, string>()
  const open: {name: string; list: string[]}[] = []
  const frame: string[] = []
  const pieces: string[] = []
  let at = 0
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, at)) {
    outside(html.slice(at, tag.start))
    const {name, isEnd, text} = tag
    const inner = open.at(-1)
    if (isEnd) {
      if (inner?.name === name) open.pop()
      outside(text)
      at = tag.end
    } else if (name === 'html' || isContainer(tag)) {
      frame.push(text)
      if (name === 'html') pieces.push(text)
      else {
        const list: string[] = []
        pieces.push(`<${name} data-blocks="${lists.length}"${text.slice(name.length + 1)}`)
        inner?.list.push(`=${lists.length}`)
        lists.push(list)
        open.push({name, list})
      }
      at = tag.end
    } else if (inner) {
      at = endOf(html, tag)
      const block = withOutwardLinks(html.slice(tag.start, at))
      const digest = createHash('sha256').update(block).digest('hex').slice(0, 16)
      const marked = `<${name} data-block="${digest}"${block.slice(name.length + 1)}`
      inner.list.push(digest)
      blocks.set(digest, marked)
      pieces.push(marked)
    } else {
      outside(text)
      at = tag.end
    }
  }
  outside(html.slice(at))
  return {
    html: pieces.join(''),
    frame: createHash('sha256').update(frame.join('\n')).digest('hex').slice(0, 16),
    lists,
    blocks
  }

  function outside(text: string): void {
    pieces.push(text)
    if (text.trim()) frame.push(text.trim())
  }
}

interface Tag {
  readonly name: string
  readonly text: string
  readonly isEnd: boolean
  readonly start: number
  readonly end: number
}

const pattern = /<!--(?:-?>|[\s\S]*?(?:-->|$))|<(\/?)([a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/g
const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/

/** The next tag that is none of a comment. */
function nextTag(html: string, from: number): Tag | undefined {
  pattern.lastIndex = from
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const [text, slash, name] = match
    if (name) return {name, text, isEnd: slash === '/', start: match.index, end: pattern.lastIndex}
  }
  return undefined
}

function isContainer({name, text}: Tag): boolean {
  return /^(?:head|body|main)$/.test(name) || (name === 'div' && /\sclass="(?:reveal|slides)"/.test(text))
}

/** Where the element that a tag opens has ended. */
function endOf(html: string, {name, text, end}: Tag): number {
  if (voids.test(name) || text.endsWith('/>')) return end
  if (name === 'style' || name === 'script') return html.indexOf(`</${name}>`, end) + name.length + 3
  let depth = 1
  let at = end
  while (depth > 0) {
    const tag = nextTag(html, at)
    if (!tag) return html.length
    at = tag.end
    if (tag.isEnd) depth--
    else if (/^(?:style|script)$/.test(tag.name)) at = endOf(html, tag)
    else if (!voids.test(tag.name) && !tag.text.endsWith('/>')) depth++
  }
  return at
}

/** What leads elsewhere opens elsewhere: the preview stays where it is. */
function withOutwardLinks(block: string): string {
  if (block.startsWith('<style') || block.startsWith('<script')) return block
  return block.replaceAll(
    /<a (?=(?:"[^"]*"|[^">])*?\bhref="(?:https?|mailto):)/g,
    '<a target="_blank" rel="noopener noreferrer" '
  )
}

import type {ElementContent} from 'hast'
import {h} from 'hastscript'

/** Signs of Unicode’s private area that stand for what the processor sets: no text is ever read as HTML. */
const [open, close, end] = ['\uE010', '\uE011', '\uE012']

/** What stands in a list of authors for those that the record does not name. */
export const others = '\uE013'

/** A text without the signs that mean something here. */
export function withoutSigns(text: string): string {
  return text.replace(/[\uE010-\uE02F]/g, '')
}

/** Kinds of stretches, by the letter that follows the opening sign. */
const kinds = {i: 'i', b: 'b', s: 'sup', u: 'sub'} as const

function stretch(kind: string): string {
  return `${open}${kind}%%STRING%%${close}`
}

/** A citation’s part that leads to an entry of the list. */
export function linked(text: string, anchor: string): string {
  return `${open}a${anchor}${end}${text}${close}`
}

function address(text: string, href: string): string {
  return `${open}h${href}${end}${text}${close}`
}

/** The processor’s output format: signs around what is set in another way, and around addresses. */
export const outputFormat: Readonly<Record<string, unknown>> = {
  text_escape: (text?: string) => text ?? '',
  bibstart: '',
  bibend: '',
  '@font-style/italic': stretch('i'),
  '@font-style/oblique': stretch('i'),
  '@font-style/normal': stretch('n'),
  '@font-variant/small-caps': stretch('c'),
  '@font-variant/normal': stretch('n'),
  '@font-weight/bold': stretch('b'),
  '@font-weight/normal': stretch('n'),
  '@font-weight/light': false,
  '@text-decoration/none': false,
  '@text-decoration/underline': stretch('i'),
  '@vertical-align/sup': stretch('s'),
  '@vertical-align/sub': stretch('u'),
  '@vertical-align/baseline': stretch('n'),
  '@bibliography/entry': (_: unknown, text: string) => text,
  '@display/block': (_: unknown, text: string) => ` ${text}`,
  '@display/left-margin': (_: unknown, text: string) => `${open}l${text}${close}`,
  '@display/right-inline': (_: unknown, text: string) => text,
  '@display/indent': (_: unknown, text: string) => ` ${text}`,
  '@URL/true': (_: unknown, text: string) => address(text, text),
  '@DOI/true': (_: unknown, text: string) =>
    address(text, addressOf(text.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')))
}

/** Where a DOI leads. */
export function addressOf(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`
}

/** What the processor gave as a tree; `label` is what stands in the margin of a reference. */
export function toTree(text: string): {label?: string; content: ElementContent[]} {
  let label: string | undefined
  let level: {kind: string; children: ElementContent[]}[] = [{kind: '', children: []}]
  for (const [piece] of text.matchAll(
    new RegExp(`${open}[ah][^${end}]*${end}|${open}.|${close}|[^${open}${close}]+`, 'gs')
  )) {
    const top = level.at(-1)
    if (!top) break
    if (piece.startsWith(open)) level.push({kind: piece.slice(1), children: []})
    else if (piece !== close) top.children.push({type: 'text', value: piece})
    else if (level.length > 1) {
      level = level.slice(0, -1)
      if (top.kind === 'l') label = textOf(top.children).trim()
      else level.at(-1)?.children.push(...wrapped(top.kind, top.children))
    }
  }
  const content = level.flatMap(({children}) => children)
  return {content: trimmed(content), ...(label ? {label} : {})}
}

function wrapped(kind: string, children: ElementContent[]): ElementContent[] {
  const [letter = '', rest] = [kind.charAt(0), kind.slice(1, -1)]
  if (children.length === 0) return []
  if (letter === 'a') return [h('a', {href: `#${rest}`}, children)]
  if (letter === 'h')
    return /^https?:/i.test(rest) ? [h('a', {href: rest, className: ['address']}, children)] : children
  if (letter === 'c') return [h('span', {className: ['small-caps']}, children)]
  if (letter === 'n') return [h('span', {className: ['upright']}, children)]
  return [h(kinds[letter as keyof typeof kinds] ?? 'span', children)]
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : 'children' in node ? textOf(node.children) : ''))
    .join('')
}

function trimmed(nodes: ElementContent[]): ElementContent[] {
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return nodes.filter((node) => node.type !== 'text' || node.value !== '')
}

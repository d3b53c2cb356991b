import type {ElementContent as HastContent} from 'hast'
import type {Element, ElementContent, Root} from 'xast'
import {allNamed, clean, element, firstNamed} from './pptx-xml.js'

/** A paragraph of notes: its words, and its place in a list. */
interface Note {
  readonly text: string
  readonly level: number
  readonly mark?: 'sign' | number
}

/** A slide’s notes, in paragraphs and lists, in the place that the library has for them. */
export function mendNotes(
  tree: Root,
  notes: readonly HastContent[],
  language: string,
  isLeftward: boolean
): void {
  for (const shape of allNamed(tree, 'p:sp')) {
    if (firstNamed(shape, 'p:ph').attributes.type !== 'body') continue
    const body = firstNamed(shape, 'p:txBody')
    const paragraphs = blocksOf(notes, 0).map((note) => toParagraph(note, language, isLeftward))
    body.children = [
      ...body.children.filter((child) => child.type === 'element' && child.name !== 'a:p'),
      ...(paragraphs.length > 0
        ? paragraphs
        : [element('a:p', {}, [element('a:endParaRPr', {lang: language})])])
    ]
  }
  for (const properties of [...allNamed(tree, 'a:rPr'), ...allNamed(tree, 'a:endParaRPr')])
    properties.attributes = {lang: language}
  // A number that each copy of a slide would share.
  for (const slide of allNamed(tree, 'p:cSld'))
    slide.children = slide.children.filter((child) => child.type === 'element' && child.name !== 'p:extLst')
}

/** All that notes say, paragraph by paragraph: the cells of a table’s row in one line. */
function blocksOf(nodes: readonly HastContent[], level: number): Note[] {
  const notes: Note[] = []
  let line = ''
  const flush = () => {
    const text = clean(line.replace(/[ \t\n\r\f]+/g, ' ').trim())
    if (text) notes.push({text, level})
    line = ''
  }
  for (const node of nodes) {
    if (node.type === 'text') line += node.value
    else if (node.type === 'element') {
      const {tagName, children, properties} = node
      if (tagName === 'br') flush()
      else if (tagName === 'math') line += String(properties.alttext ?? '')
      else if (tagName === 'img' || tagName === 'svg')
        line += String(properties.alt ?? properties.ariaLabel ?? '')
      else if (tagName === 'tr') {
        flush()
        const cells = children.map((cell) =>
          blocksOf([cell], 0)
            .map(({text}) => text)
            .join(' ')
        )
        notes.push({text: cells.filter(Boolean).join(' | '), level})
      } else if (tagName === 'ul' || tagName === 'ol') {
        flush()
        let number = Number(properties.start ?? 1)
        for (const item of children) {
          if (item.type !== 'element') continue
          const own = blocksOf(item.children, level + 1)
          const mark: Note['mark'] = tagName === 'ul' ? 'sign' : number++
          notes.push(
            ...own.map((note, index) => (index === 0 && note.level === level + 1 ? {...note, mark} : note))
          )
        }
      } else if (isInline(tagName)) {
        const inner = blocksOf(children, level)
        line += inner.map(({text}) => text).join(' ')
        if (/\s$/.test(lastText(children))) line += ' '
      } else {
        flush()
        notes.push(...blocksOf(children, level))
      }
    }
  }
  flush()
  return notes.filter(({text}) => text !== '')
}

const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/

function isInline(name: string): boolean {
  return inline.test(name)
}

function lastText(nodes: readonly HastContent[]): string {
  const last = nodes.at(-1)
  if (!last) return ''
  return last.type === 'text' ? last.value : last.type === 'element' ? lastText(last.children) : ''
}

function toParagraph({text, level, mark}: Note, language: string, isLeftward: boolean): Element {
  const depth = level > 0 ? level : 0
  const bullets: ElementContent[] =
    mark === undefined
      ? [element('a:buNone')]
      : mark === 'sign'
        ? [element('a:buFont', {typeface: 'Arial'}), element('a:buChar', {char: '•'})]
        : [
            element('a:buFont', {typeface: '+mj-lt'}),
            element('a:buAutoNum', {type: 'arabicPeriod', startAt: clamped(mark)})
          ]
  const properties = element(
    'a:pPr',
    {
      marL: depth * 228_600,
      indent: mark === undefined ? 0 : -228_600,
      lvl: depth > 1 ? Math.min(depth - 1, 8) : undefined,
      algn: isLeftward ? 'r' : 'l',
      rtl: isLeftward ? 1 : 0
    },
    bullets
  )
  const said = element('a:t', {}, [{type: 'text', value: text}])
  return element('a:p', {}, [properties, element('a:r', {}, [element('a:rPr', {lang: language}), said])])
}

/** What the standard lets a list begin with. */
function clamped(number: number): number {
  return Math.min(Math.max(number, 1), 32_767)
}

/** Whether notes say anything. */
export function saysSomething(notes: readonly HastContent[]): boolean {
  return blocksOf(notes, 0).length > 0
}

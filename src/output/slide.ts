import type {Element, ElementContent, Properties} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {Block, Deck, Slide, Unit} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Words} from '../words/index.js'
import {copied, copiedNode} from './copied.js'
import {imprintOf} from './imprint.js'
import {withoutIds} from './without-ids.js'

/** A slide’s own size in CSS pixels, 16:9. */
export const slideSize = {width: 1280, height: 720} as const

/** Every slide as a `section`, the same in the deck, its PDF and the handout. */
export function toSections({slides}: Deck, document: Document, words: Words): Element[] {
  return slides.map((slide, index) => toSection(slide, [index + 1, slides.length], document, words))
}

/** Which of how many. */
type Place = readonly [number: number, of: number]

function toSection(slide: Slide, place: Place, document: Document, words: Words): Element {
  const {id, kind, background = {}} = slide
  const style = styleOf(slide)
  const behind = background.image ? [h('div', {className: ['behind']}, background.image)] : []
  const content = kind === 'title' ? titled(slide, document, words) : headed(slide, place, document, words)
  return h('section', {id, className: classesOf(slide), ...style}, [...behind, ...content])
}

function classesOf(slide: Slide): string[] {
  const {kind, theme, setting, titleSize, bare, background} = slide
  return [
    'slide',
    isStatement(slide) ? 'statement' : kind,
    ...(kind === 'statement' ? ['stated'] : []),
    ...(setting === 'broken' ? ['dense'] : []),
    ...(setting ? [setting] : []),
    ...(titleSize ? [`${titleSize}-title`] : []),
    ...(theme ? [`theme-${theme}`] : []),
    ...(bare ? ['bare'] : []),
    ...(background ? ['backed'] : [])
  ]
}

function styleOf({background, pictures}: Slide): Properties {
  const style = [
    ...(background?.colour ? [`background: ${background.colour}`] : []),
    ...(pictures === undefined ? [] : [`--pictures: ${pictures}px`])
  ]
  return style.length > 0 ? {style: style.join('; ')} : {}
}

function titled({title, blocks}: Slide, document: Document, words: Words): Element[] {
  const lines = [
    line('subtitle', document.subtitle ?? ''),
    line('authors', document.authors.join(', ')),
    line('imprint', imprintOf(document, words), labelsOf(document, words))
  ]
  return [
    h('h1', title),
    ...(blocks.length > 0
      ? [
          h(
            'div',
            {className: ['room']},
            blocks.flatMap((block) => toNodes(block))
          )
        ]
      : lines.filter((each) => each !== undefined)),
    h('p', {className: ['status']}, [statusOf(document, words)])
  ]
}

function headed(slide: Slide, place: Place, document: Document, words: Words): Element[] {
  const {title, kicker, part, blocks, beside, source} = slide
  const about = [source, document.title, document.date && words.date(document.date)].filter(Boolean)
  return [
    h('header', [
      h('p', {className: ['kicker']}, kicker ?? ''),
      h('h2', [
        title,
        ...(part ? [' ', h('span', {className: ['part']}, words.part(part.index, part.of))] : [])
      ])
    ]),
    h(
      'div',
      {className: ['room']},
      beside ? [column(blocks, part), column(beside, part)] : blocks.flatMap((block) => toNodes(block, part))
    ),
    h('footer', {ariaHidden: 'true'}, [
      h('span', {className: ['running']}, about.join(' · ')),
      statusOf(document, words),
      h('span', {className: ['folio']}, place.join('/'))
    ])
  ]
}

function column(blocks: readonly Block[], part: Slide['part']): Element {
  return h(
    'div',
    {className: ['column']},
    blocks.flatMap((block) => toNodes(block, part))
  )
}

function statusOf({status}: Document, words: Words): Element | string {
  return status === 'draft' ? h('span', {className: ['draft']}, words.draft) : ''
}

/** A few sentences and nothing else stand larger, unless they go on: all parts of a slide are set alike. */
function isStatement({kind, blocks, part}: Slide): boolean {
  const units = blocks.flatMap((block) => (block.kind === 'flow' ? block.units : []))
  const onlyText =
    blocks.every((block) => block.kind === 'flow') && units.every(({content}) => content.tagName === 'p')
  return (
    kind === 'content' &&
    !part &&
    onlyText &&
    units.map(({content}) => textOf(content)).join('').length <= 480
  )
}

function line(className: string, text: string, properties: Properties = {}): Element | undefined {
  return text ? h('p', {className: [className], ...properties}, text) : undefined
}

/** Words in another language than the page say so. */
function labelsOf({language}: Document, words: Words): Properties {
  return language.split('-')[0] === words.language ? {} : {lang: words.language, dir: 'ltr'}
}

function toNodes(block: Block, part?: Slide['part']): ElementContent[] {
  const units = block.units.map(marked)
  switch (block.kind) {
    case 'flow':
      return units
    case 'list':
      return [
        h(block.ordered ? 'ol' : 'ul', block.ordered && block.start !== 1 ? {start: block.start} : {}, units)
      ]
    case 'table': {
      const {classes, widths, caption, head} = block
      const columns = widths?.map((width) => h('col', {style: `width: ${(100 * width).toFixed(4)}%`}))
      const parts = [caption, columns && h('colgroup', columns), head]
        .filter((each) => each !== undefined)
        // What is printed again keeps the ids of the first.
        .flatMap((each) => (part && part.index > 1 ? withoutIds([each]) : [copiedNode(each)]))
      const {lang, dir} = block.units[0]?.content.properties ?? {}
      const className = [...classes, ...(widths ? ['columned'] : [])]
      return [
        h('table', {lang, dir, ...(className.length > 0 ? {className} : {})}, [...parts, h('tbody', units)])
      ]
    }
  }
}

/** Units say so, for the browser to measure them; those that wait for the speaker are reveal’s fragments. */
function marked({content, step}: Unit): Element {
  const copy = copiedNode(content)
  copy.properties.dataUnit = ''
  if (step) copy.properties.className = [...namesOf(copy), 'fragment']
  return copy
}

function namesOf({properties: {className}}: Element): string[] {
  return Array.isArray(className) ? className.map(String) : []
}

/** What a speaker has before them with a slide, in the order of its units. */
export function notesOf(slide: Slide): ElementContent[] {
  const units = [...slide.blocks, ...(slide.beside ?? [])].flatMap((block) => block.units)
  return copied([...slide.notes, ...units.flatMap(({notes}) => notes)])
}

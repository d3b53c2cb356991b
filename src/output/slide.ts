import type {Element, ElementContent, Properties} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {Block, Deck, Slide} from '../model/deck.js'
import type {Document} from '../model/document.js'
import type {Words} from '../words/index.js'
import {imprintOf} from './imprint.js'

/** A slide’s own size in CSS pixels, 16:9. */
export const slideSize = {width: 1280, height: 720} as const

/** Every slide as a `section`, the same in the deck, its PDF and the handout. */
export function toSections({slides}: Deck, document: Document, words: Words): Element[] {
  return slides.map((slide, index) => toSection(slide, index + 1, document, words))
}

function toSection(slide: Slide, number: number, document: Document, words: Words): Element {
  const className = [
    'slide',
    slide.kind,
    ...(slide.dense ? ['dense'] : []),
    ...(isStatement(slide) ? ['statement'] : [])
  ]
  const status = document.status === 'draft' ? h('span', {className: ['draft']}, words.draft) : ''
  if (slide.kind === 'title') {
    const lines = [
      document.subtitle && h('p', {className: ['subtitle']}, document.subtitle),
      line('authors', document.authors.join(', ')),
      line('imprint', imprintOf(document, words), labelsOf(document, words))
    ]
    return h('section', {id: slide.id, className}, [
      h('h1', slide.title),
      ...lines.filter((each) => each !== undefined),
      h('p', {className: ['status']}, [status])
    ])
  }
  return h('section', {id: slide.id, className}, [
    h('header', [
      h('p', {className: ['kicker']}, slide.kicker ?? ''),
      h('h2', [
        slide.title,
        ...(slide.part
          ? [' ', h('span', {className: ['part']}, words.part(slide.part.index, slide.part.of))]
          : [])
      ])
    ]),
    h('div', {className: ['room']}, slide.blocks.flatMap(toNodes)),
    h('footer', {ariaHidden: 'true'}, [
      h('span', {className: ['running']}, document.title),
      status,
      h('span', {className: ['folio']}, String(number))
    ])
  ])
}

/** A few sentences and nothing else stand larger. */
function isStatement({kind, blocks}: Slide): boolean {
  const units = blocks.flatMap((block) => (block.kind === 'flow' ? block.units : []))
  const onlyText =
    blocks.every((block) => block.kind === 'flow') && units.every(({content}) => content.tagName === 'p')
  return kind === 'content' && onlyText && units.map(({content}) => textOf(content)).join('').length <= 480
}

function line(className: string, text: string, properties: Properties = {}): Element | undefined {
  return text ? h('p', {className: [className], ...properties}, text) : undefined
}

/** Words in another language than the page say so. */
function labelsOf({language}: Document, words: Words): Properties {
  return language.split('-')[0] === words.language ? {} : {lang: words.language, dir: 'ltr'}
}

function toNodes(block: Block): ElementContent[] {
  const units = block.units.map(({content}) => marked(content))
  switch (block.kind) {
    case 'flow':
      return units
    case 'list':
      return [
        h(block.ordered ? 'ol' : 'ul', block.ordered && block.start !== 1 ? {start: block.start} : {}, units)
      ]
    case 'table': {
      const parts = [block.caption, block.head]
        .filter((part) => part !== undefined)
        .map((part) => structuredClone(part))
      const {lang, dir} = block.units[0]?.content.properties ?? {}
      return [h('table', {lang, dir}, [...parts, h('tbody', units)])]
    }
  }
}

/** Units say so, for the browser to measure them. */
function marked(content: Element): Element {
  const copy = structuredClone(content)
  copy.properties.dataUnit = ''
  return copy
}

/** What a speaker has before them with a slide, in the order of its units. */
export function notesOf(slide: Slide): ElementContent[] {
  return structuredClone([
    ...slide.notes,
    ...slide.blocks.flatMap(({units}) => units.flatMap(({notes}) => notes))
  ])
}

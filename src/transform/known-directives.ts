import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {blocksFor} from './audience.js'
import {toFigure, toTableExhibit} from './exhibits.js'

/** What stands in a directive: its label, its blocks and its attributes, all of them checked. */
export interface Content {
  readonly label: ElementContent[]
  readonly children: ElementContent[]
  readonly attributes: Readonly<Record<string, string>>
}

/** One directive: how it is written, which attributes it may and must have, and what becomes of it. */
export interface Known {
  /** As a message shows it. */
  readonly written: string
  readonly attributes?: Readonly<Record<string, RegExp>>
  readonly required?: readonly string[]
  /** Its `id` is that of something else, and not its own. */
  readonly refers?: true
  make(content: Content): ElementContent[]
}

const anyText = /\S/
const id = /^[a-z0-9-]{1,60}$/
const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
const width = /^(?:100|[1-9]?\d(?:\.\d+)?)%$|^\d{1,3}(?:\.\d+)?mm$|^\d{1,4}px$/

/** In a line: `:name[label]{attributes}`. A new one is one line here. */
export const textDirectives: Readonly<Record<string, Known>> = {
  abbr: {
    written: ':abbr[ALS]{title="amyotrophic lateral sclerosis"}',
    attributes: {title: anyText},
    required: ['title'],
    make: ({label, attributes: {title}}) => [h('abbr', {title}, label)]
  },
  sub: {written: ':sub[2]', make: ({label}) => [h('sub', label)]},
  sup: {written: ':sup[+]', make: ({label}) => [h('sup', label)]},
  lang: {
    written: ':lang[amyotrophie]{fr}',
    attributes: {lang: language},
    required: ['lang'],
    make: ({label, attributes: {lang}}) => [h('span', {lang}, label)]
  },
  smallcaps: {
    written: ':smallcaps[text]',
    make: ({label}) => [h('span', {className: ['smallcaps']}, label)]
  }
}

/** Around blocks: `:::name[label]{attributes}` … `:::`. */
export const containerDirectives: Readonly<Record<string, Known>> = {
  box: {
    written: ':::box[Title]{#box-x}',
    attributes: {id},
    make: ({label, children, attributes}) => [
      h('div', {className: ['box'], ...attributes, ...(label.length > 0 ? {role: 'note'} : {})}, [
        ...(label.length > 0 ? [h('p', {className: ['box-title']}, [h('strong', label)])] : []),
        ...children
      ])
    ]
  },
  table: {written: ':::table[Caption]{#tbl-x}', attributes: {id}, make: toTableExhibit},
  figure: {written: ':::figure[Caption]{#fig-x width=60%}', attributes: {id, width}, make: toFigure},
  'report-only': {written: ':::report-only', make: ({children}) => [blocksFor('report', children)]},
  'slides-only': {written: ':::slides-only', make: ({children}) => [blocksFor('slides', children)]},
  notes: {written: ':::notes', make: ({children}) => [blocksFor('notes', children)]}
}

/** On a line of their own: `::name{attributes}`. Their places are filled elsewhere. */
export const leafDirectives: Readonly<
  Record<string, Pick<Known, 'written' | 'attributes' | 'required'> & {readonly once?: true}>
> = {
  trials: {written: '::trials', once: true},
  references: {written: '::references', once: true},
  figure: {written: '::figure{pipeline}'},
  include: {written: '::include{src=_parts/methods.md}', attributes: {src: anyText}, required: ['src']},
  table: {
    written: '::table{src=data/x.csv caption="…" #tbl-x}',
    attributes: {src: anyText, template: /^[a-z0-9][a-z0-9-]*$/, caption: anyText, id},
    required: ['src']
  }
}

/** What begins the ids of each kind of exhibit. */
const idPrefixes: Readonly<Record<string, string>> = {box: 'box-', table: 'tbl-', figure: 'fig-'}

/** An id with the beginning of its kind. */
export function prefixed(kind: string, given: string): string {
  const prefix = idPrefixes[kind] ?? ''
  return given.startsWith(prefix) ? given : `${prefix}${given}`
}

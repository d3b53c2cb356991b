import type {Pdf} from '../pdf/pdf.js'
import {dictionary} from './objects.js'
import {type Tag, tagsOf} from './tag-tree.js'

/** Says which standard element each element that is none stands for: a reader of PDF 1.7 knows no `Strong`. */
export function mapRoles(pdf: Pdf, top: Tag): void {
  const root = dictionary(pdf, pdf.catalog.get('StructTreeRoot'))
  const used = new Set(tagsOf(top).map(({type}) => type))
  const foreign = [...used].filter((type) => !standard.has(type)).sort()
  if (foreign.length === 0) root?.delete('RoleMap')
  else root?.set('RoleMap', new Map(foreign.map((type) => [type, meanings.get(type) ?? 'Div'])))
}

const meanings: ReadonlyMap<string, string> = new Map([
  ['Strong', 'Span'],
  ['Em', 'Span'],
  ['Sub', 'Span'],
  ['Title', 'P'],
  ['FENote', 'Note']
])

/** The structure types of ISO 32000-1, 14.8.4. */
const standard: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
   P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
   Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
   Figure Formula Form`.split(/\s+/)
)

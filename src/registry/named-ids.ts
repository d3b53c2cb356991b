import type {Place} from '../model/origin.js'

/** An id that a text names, and where it does so first. */
export interface NamedId {
  readonly kind: 'nct' | 'doi' | 'pmid' | 'pmcid'
  /** `NCT04856982`, `10.1000/x`, `35585374`, `PMC8966507` */
  readonly id: string
  readonly file: string
  readonly place: Place
}

const forms: readonly (readonly [kind: NamedId['kind'], form: RegExp])[] = [
  ['nct', /(?<![\w-])(NCT\d{8})(?![\w])/g],
  ['doi', /@doi:(10\.\d{4,9}\/[^\s\];,}]{1,200})/gi],
  ['pmid', /@pmid:(\d{1,9})(?!\w)/gi],
  ['pmcid', /@pmcid:(PMC\d{1,9})(?!\w)/gi],
  // An address of a work: a resolver’s, PubMed’s, PubMed Central’s, or a publisher’s with the DOI in its path.
  ['doi', /https?:\/\/[^\s<>"\])]{1,200}?\/(10\.\d{4,9}\/[^\s<>"[\]?#]{1,200})/gi],
  [
    'pmid',
    /https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,9})(?!\w)/gi
  ],
  ['pmcid', /https?:\/\/(?:pmc\.|www\.)?ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles\/(PMC\d{1,9})(?!\w)/gi]
]

/** The trials and works that a Markdown text names by an id, in the order of the text. */
export function namedIds(file: string, text: string): NamedId[] {
  const found: NamedId[] = []
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const named = forms.flatMap(([kind, form]) =>
      [...line.matchAll(form)].map((match): NamedId => {
        const id = match[1] ?? ''
        const at = match.index + match[0].length - id.length
        return {
          kind,
          id: kind === 'doi' ? bare(id) : id.toUpperCase(),
          file,
          place: {line: index + 1, column: at + 1}
        }
      })
    )
    found.push(...named.sort((a, b) => a.place.column - b.place.column))
  }
  return found
}

/** A DOI without what stands round it in a text: the end of a sentence, a bracket never opened, a publisher’s last step. */
function bare(doi: string): string {
  let text = doi
    .replace(/\/(?:full|abstract|pdf|epdf|html?|meta|fulltext|tables?|figures?)\/?$/i, '')
    .replace(/\.pdf$/i, '')
  for (;;) {
    const last = text.at(-1) ?? ''
    const isSurplus =
      /[.,;:!?'"*_\\/]/.test(last) || (last === ')' && text.split('(').length <= text.split(')').length - 1)
    if (!isSurplus) return text
    text = text.slice(0, -1)
  }
}

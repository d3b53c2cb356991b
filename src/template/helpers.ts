import {progressOf} from '../model/progress.js'
import type {ReferenceItem} from '../model/reference.js'
import type {Study} from '../model/study.js'
import {directionOf} from '../words/direction.js'
import type {Words} from '../words/index.js'

/** What templates can say of a study and a work; every word and number of theirs comes from here. */
export function helpersFor(words: Words) {
  return {
    /** `{{label "keyPoints"}}`, `{{label "columns" "trial"}}` */
    label(...args: unknown[]): string {
      let value: unknown = words
      for (const key of args.slice(0, -1)) {
        value =
          typeof value === 'object' && value !== null
            ? (value as Record<string, unknown>)[String(key)]
            : undefined
      }
      if (typeof value !== 'string') throw new Error(`Unexpected label \`${args.slice(0, -1).join(' ')}\``)
      return value
    },
    /** Whether a page’s language runs from right to left. */
    leftward: (language: string): boolean => directionOf(language) === 'rtl',
    /** Whether labels are in another language than the page; `label-language` is theirs. */
    foreign: (language: string): boolean => language.split('-')[0] !== words.language,
    'label-language': (): string => words.language,
    'study-phase': (study: Study): string => words.phase(study.phases) ?? words.notReported,
    'study-status': (study: Study): string =>
      study.status ? words.status(study.status, study.lastKnownStatus) : words.notReported,
    /** How far a study has come, for a mark that is told apart without colour: `done`, `running`, `planned`, `stopped`, `unclear`. */
    'study-progress': (study: Study): string => progressOf[study.status ?? ''] ?? 'unclear',
    'study-enrolment': ({enrolment}: Study): string =>
      enrolment ? words.number(enrolment.count) : words.notReported,
    /** `(estimated)`, where the record says which; the same for days. */
    'study-enrolment-kind': ({enrolment}: Study): string => kind(enrolment?.type),
    'study-start': ({start}: Study): string => start?.date ?? words.notReported,
    'study-start-kind': ({start}: Study): string => kind(start?.type),
    'study-completion': ({completion}: Study): string => completion?.date ?? words.notReported,
    'study-completion-kind': ({completion}: Study): string => kind(completion?.type),
    'study-acronym': (study: Study): string => study.acronym ?? '',
    'study-name': (study: Study): string => study.acronym ?? study.title ?? '',
    'study-interventions': (study: Study): string => study.interventions.join('; ') || words.notReported,
    'study-sponsor': (study: Study): string => study.sponsor ?? words.notReported,
    'study-as-of': (study: Study): string => study.origin.asOf ?? words.recordDateUnknown,
    'work-title': (item: ReferenceItem): string => item.title ?? words.notReported,
    /** The most lasting name of a work: DOI, else PubMed’s id, else PubMed Central’s. */
    'work-identifier': (item: ReferenceItem): string => identifierOf(item)?.text ?? words.notReported,
    'work-address': (item: ReferenceItem): string | undefined => identifierOf(item)?.address,
    /** The names of all authors, shortened when there are many or the record holds only the first of them. */
    'work-authors'({author: all = [], custom}: ReferenceItem): string {
      const author = all.filter(({literal}) => !literal || !/^et al\.?$/i.test(literal.trim()))
      const names = author.map(
        (name) =>
          name.literal?.replace(/,?\s+et al\.?$/i, '') ??
          [name['non-dropping-particle'], name.family, initials(name.given)].filter(Boolean).join(' ')
      )
      if (names.length === 0) return words.notReported
      const shown = names.slice(0, names.length > 6 ? 3 : 6)
      const whole =
        shown.length === names.length && author.length === all.length && custom?.authorsComplete !== false
      return whole ? shown.join(', ') : `${shown.join(', ')}, ${words.etAl}`
    },
    /** `Cells 12(11):1523`, as much of it as the record says. */
    'work-source'(item: ReferenceItem): string {
      const issue = item.issue ? `(${item.issue})` : ''
      const page = item.page ? `:${item.page.replace('-', '–')}` : ''
      const where = [item.volume, issue, page].join('')
      return [item['container-title'], where].filter(Boolean).join(' ') || words.notReported
    },
    'work-year': (item: ReferenceItem): string =>
      String(item.issued?.['date-parts'][0]?.[0] ?? words.notReported)
  }

  function kind(type: string | undefined): string {
    return type ? `(${words.kindOfFact(type)})` : ''
  }
}

function initials(given: string | undefined): string | undefined {
  return given
    ?.split(/[\s.]+/)
    .filter(Boolean)
    .map((part) =>
      part
        .split('-')
        // `TM` is initials already.
        .map((name) => (/^\p{Lu}{2,3}$/u.test(name) ? name : name.charAt(0)))
        .join('-')
    )
    .join('')
}

function identifierOf({DOI, PMID, PMCID}: ReferenceItem): {text: string; address: string} | undefined {
  if (DOI) return {text: `doi:${DOI}`, address: `https://doi.org/${DOI}`}
  if (PMID) return {text: `PMID ${PMID}`, address: `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`}
  if (PMCID) return {text: PMCID, address: `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`}
  return undefined
}

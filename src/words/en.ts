import {audit} from './en-audit.js'
import {deck} from './en-deck.js'
import {figures} from './en-figures.js'
import {readable} from './readable.js'
import type {Words} from './words.js'

const statuses: Readonly<Record<string, string>> = {
  ACTIVE_NOT_RECRUITING: 'Active, not recruiting',
  COMPLETED: 'Completed',
  ENROLLING_BY_INVITATION: 'Enrolling by invitation',
  NOT_YET_RECRUITING: 'Not yet recruiting',
  RECRUITING: 'Recruiting',
  SUSPENDED: 'Suspended',
  TERMINATED: 'Terminated',
  WITHDRAWN: 'Withdrawn',
  AVAILABLE: 'Available',
  NO_LONGER_AVAILABLE: 'No longer available',
  TEMPORARILY_NOT_AVAILABLE: 'Temporarily not available',
  APPROVED_FOR_MARKETING: 'Approved for marketing',
  WITHHELD: 'Withheld',
  UNKNOWN: 'Unknown status'
}

const kinds: Readonly<Record<string, string>> = {ACTUAL: 'actual', ESTIMATED: 'estimated'}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]

export const en: Words = {
  language: 'en',
  contents: 'Contents',
  keyPoints: 'Key points',
  introduction: 'Introduction',
  trials: 'Trials',
  agenda: 'Agenda',
  references: 'References',
  notes: 'Notes',
  backToText: 'Back to the text',
  table: 'Table',
  figure: 'Figure',
  lists: {table: 'Tables', figure: 'Figures'},
  continued: '(continued)',
  onPage: (page) => `page\u00a0${page}`,
  kind: 'Evidence review',
  briefing: 'Briefing',
  slides: 'Slides',
  handout: 'Handout',
  version: 'Version',
  draft: 'DRAFT',
  abstract: 'Abstract',
  howToCite: 'How to cite',
  funding: 'Funding',
  competingInterests: 'Competing interests',
  licence: 'Licence',
  searchDate: 'Literature searched up to',
  shortForms: 'Abbreviations',
  keywords: 'Keywords',
  slide: 'Slide',
  fullReport: 'The full review, with its references, is in the report.',
  notReported: 'not reported',
  noRecord: 'no registry record held',
  recordDateUnknown: 'record date not known',
  trialsCaption: 'Trials named in this review, in order of first mention',
  worksCaption: 'Works in the reference list of which a record is held',
  trialsSource:
    'Source: ClinicalTrials.gov, from the records held with this review; each row says as of when. What a record does not say is printed as “not reported”.',
  worksSource: 'Source: the bibliographic records held with this review.',
  givenByAuthor: ['given by the author as “', '”'],
  columns: {
    trial: 'Trial',
    intervention: 'Intervention',
    phase: 'Phase',
    status: 'Status',
    enrolment: 'Enrolment',
    sponsor: 'Sponsor',
    start: 'Start',
    completion: 'Completion',
    asOf: 'Record as of',
    authors: 'Authors',
    title: 'Title',
    source: 'Source',
    year: 'Year',
    identifier: 'Identifier'
  },
  math: {
    over: 'over',
    begin: 'the quantity',
    end: 'end',
    squareRoot: 'the square root of',
    root: (index) => `the root of index ${index} of`,
    sub: 'sub',
    power: 'to the power',
    powers: {2: 'squared', 3: 'cubed', '′': 'prime', '∗': 'star', '*': 'star'},
    from: 'from',
    to: 'to',
    of: 'of',
    under: 'under which',
    accents: {
      '^': 'hat',
      ˆ: 'hat',
      '¯': 'bar',
      '‾': 'bar',
      '―': 'bar',
      '~': 'tilde',
      '˜': 'tilde',
      '˙': 'dot',
      '→': 'vector'
    },
    letters: {
      α: 'alpha',
      β: 'beta',
      γ: 'gamma',
      δ: 'delta',
      ε: 'epsilon',
      ϵ: 'epsilon',
      ζ: 'zeta',
      η: 'eta',
      θ: 'theta',
      κ: 'kappa',
      λ: 'lambda',
      μ: 'mu',
      ν: 'nu',
      ξ: 'xi',
      π: 'pi',
      ρ: 'rho',
      σ: 'sigma',
      τ: 'tau',
      φ: 'phi',
      ϕ: 'phi',
      χ: 'chi',
      ψ: 'psi',
      ω: 'omega',
      Γ: 'capital gamma',
      Δ: 'capital delta',
      Θ: 'capital theta',
      Λ: 'capital lambda',
      Π: 'capital pi',
      Σ: 'capital sigma',
      Φ: 'capital phi',
      Ψ: 'capital psi',
      Ω: 'capital omega',
      '∞': 'infinity',
      '…': 'and so on',
      '⋯': 'and so on',
      '∅': 'the empty set'
    },
    signs: {
      '+': 'plus',
      '−': 'minus',
      '-': 'minus',
      '±': 'plus or minus',
      '×': 'times',
      '⋅': 'times',
      '·': 'times',
      '∗': 'times',
      '*': 'times',
      '÷': 'divided by',
      '/': 'over',
      '=': 'equals',
      '≠': 'is not equal to',
      '<': 'is less than',
      '>': 'is greater than',
      '≤': 'is at most',
      '≥': 'is at least',
      '≈': 'is approximately',
      '∼': 'is distributed as',
      '∝': 'is proportional to',
      '→': 'to',
      '∈': 'in',
      '∑': 'the sum',
      '∏': 'the product',
      '∫': 'the integral',
      '∂': 'partial',
      '∞': 'infinity',
      '|': 'given',
      '∣': 'given',
      '…': 'and so on',
      '⋯': 'and so on',
      '′': 'prime'
    }
  },
  outputs: {
    report: 'Report, PDF',
    web: 'Report, web page',
    briefing: 'Briefing, PDF',
    slides: 'Slides, one offline file',
    'slides-pdf': 'Slides, PDF',
    'slides-pptx': 'Slides, PowerPoint',
    'slides-png': 'Slides, pictures',
    handout: 'Handout, PDF'
  },
  reviews: 'Reviews',
  audit,
  deck,
  figures,
  phase: (phases) => {
    if (phases.length === 0) return undefined
    if (phases.includes('NA')) return 'Not applicable'
    const numbers = phases.map((phase) => phase.replace(/^(EARLY_)?PHASE/, '')).join('/')
    return phases.includes('EARLY_PHASE1') ? `Early phase ${numbers}` : `Phase ${numbers}`
  },
  status: (status, last) =>
    last ? `${known(status)} (last known: ${known(last).toLowerCase()})` : known(status),
  date: (iso) => {
    const [year, month, day] = iso.split('-')
    return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
  },
  kindOfFact: (type) => kinds[type] ?? readable(type).toLowerCase(),
  number: (value) => (value < 10_000 ? String(value) : value.toString().replace(/\B(?=(\d{3})+$)/g, ',')),
  folio: ['Page ', ' of ', ''],
  moreTrials: (count) =>
    count === 1
      ? 'and one more trial, listed in the report'
      : `and ${count} more trials, listed in the report`,
  etAl: 'et al.',
  part: (index, of) => `(${index}/${of})`,
  referenceHeadings:
    /^(?:(?:selected|key|main|cited|further|additional|complete|full|recommended|suggested|essential)\s+)*(?:references?|bibliography|literature|sources?|citations?|works|reading|resources|links)(?:\s+(?:list|cited|sources|references))?(?:\s*(?:,|&|and)\s*(?:further\s+|key\s+)?(?:reading|links|resources|notes|references|sources))*$/,
  furtherReadingHeadings:
    /\b(?:further|additional|suggested|recommended)\s+(?:reading|literature|resources)\b|^(?:reading|resources|links)$/i,
  conclusionHeadings:
    /^(?:(?:summary|discussion|outlook|perspectives?)\s*(?:,|&|and)\s*)*(?:(?:overall|final|general)\s+)?(?:conclusions?|concluding\s+remarks|summary|outlook|takeaways?|key\s+takeaways?|take-home\s+messages?)(?:\s*(?:,|&|and)\s.*)?$/,
  abbreviations: [
    ...[
      'e.g.',
      'i.e.',
      'vs.',
      'cf.',
      'al.',
      'dr.',
      'prof.',
      'fig.',
      'figs.',
      'no.',
      'nos.',
      'vol.',
      'approx.',
      'ca.'
    ],
    ...[
      'inc.',
      'ltd.',
      'co.',
      'corp.',
      'st.',
      'mr.',
      'mrs.',
      'ms.',
      'ref.',
      'refs.',
      'resp.',
      'incl.',
      'u.s.',
      'p.',
      'pp.'
    ]
  ]
}

function known(status: string): string {
  return statuses[status] ?? readable(status)
}

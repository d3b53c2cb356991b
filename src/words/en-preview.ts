import type {PreviewWords} from './preview-words.js'

const severities = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  note: ['note', 'notes']
} as const

export const en: PreviewWords = {
  language: 'en',
  outputs: {web: 'Web', report: 'Report', briefing: 'Briefing', slides: 'Slides', handout: 'Handout'},
  shown: 'Outputs',
  review: 'Review',
  arrangement: 'Arrangement',
  arrangements: {one: 'One', two: 'Two', all: 'All'},
  findings: 'Findings',
  noFindings: 'Nothing to mend',
  severities: {error: 'Error', warning: 'Warning', note: 'Note'},
  waived: 'Waived',
  show: 'Show in the page',
  copy: 'Copy',
  copied: 'Copied',
  notShown: 'This place is not on the pages shown',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  zoomWidth: 'As wide as the pane',
  reading: 'Reading …',
  making: 'Updating …',
  current: 'Up to date',
  updated: 'Updated',
  broken: 'With errors: the last good pages are shown',
  refused: 'A final review that would not be built',
  fault: 'A fault of Lectern: its terminal says more',
  ended: 'The preview has ended: start `lectern preview` again',
  notMade: 'Not made yet',
  page: (page, of) => `Page ${page} of ${of}`,
  counted: (severity, count) => `${count} ${severities[severity][count === 1 ? 0 : 1]}`,
  pages: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
  slides: (count) => `${count} ${count === 1 ? 'slide' : 'slides'}`
}

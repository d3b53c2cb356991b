import type {OutputName} from '../model/matter.js'

/** The file of each output. */
export const outputFiles: Readonly<Record<OutputName, string>> = {
  report: 'report.pdf',
  web: 'report.html',
  briefing: 'briefing.pdf',
  slides: 'slides.html',
  'slides-pdf': 'slides.pdf',
  handout: 'handout.pdf'
}

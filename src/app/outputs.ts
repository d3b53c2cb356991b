import {deckOutputs, type OutputName} from '../model/outputs.js'

/** The file of each output; of the pictures of slides, the first. */
export const outputFiles: Readonly<Record<OutputName, string>> = {
  report: 'report.pdf',
  web: 'report.html',
  briefing: 'briefing.pdf',
  slides: 'slides.html',
  'slides-pdf': 'slides.pdf',
  'slides-pptx': 'slides.pptx',
  'slides-png': 'slides-01.png',
  handout: 'handout.pdf'
}

/** The output that a file of a publication belongs to: `slides-07.png` is of `slides-png`. */
export function outputOf(file: string): OutputName | undefined {
  const name = file.replace(/^slides-\d+\.png$/, outputFiles['slides-png'])
  const outputs = Object.keys(outputFiles) as OutputName[]
  return outputs.find((output) => outputFiles[output] === name)
}

/** Whether an output is made of slides. */
export function isOfSlides(output: OutputName): boolean {
  return deckOutputs.some((each) => each === output)
}

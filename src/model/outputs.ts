/** The artifacts of a review, in the order a reader meets them. */
export const outputNames = [
  'report',
  'web',
  'briefing',
  'slides',
  'slides-pdf',
  'slides-pptx',
  'slides-png',
  'handout'
] as const
export type OutputName = (typeof outputNames)[number]

/** What is made of a review that asks for nothing else. */
export const defaultOutputs: readonly OutputName[] = outputNames.filter((output) => output !== 'slides-png')

/** The artifacts that are made of slides. */
export const deckOutputs = ['slides', 'slides-pdf', 'slides-pptx', 'slides-png', 'handout'] as const

/** The sheet: A4 (210 × 297 mm) or US Letter (8.5 × 11 in). */
export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

import type {VFile} from 'vfile'
import type {Source} from './sources.js'

/** No paragraph closes more brackets than this: what looks for the opening ones takes time with the square of their number. */
const most = 2000

/** A text whose paragraphs of thousands of `]` are blanked out, each an error: nobody wrote them, and they would not end. */
export function withoutBracketRuns(text: string, file: VFile, source: Source | undefined): string {
  if (!text.includes(']')) return text
  let line = source?.firstLine ?? 1
  const paragraphs = text.split(/(\n[ \t]*\n)/)
  return paragraphs
    .map((paragraph) => {
      const first = line
      line += paragraph.split('\n').length - 1
      if (paragraph.length < most || paragraph.split(']').length <= most) return paragraph
      file.message(`Unexpected paragraph with more than ${most} closing brackets, expected less`, {
        place: {line: first, column: 1},
        source: 'transform',
        ruleId: 'too-deep'
      }).fatal = true
      return paragraph.replaceAll(']', ' ')
    })
    .join('')
}

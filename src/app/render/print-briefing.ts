import type {VFile} from 'vfile'
import type {Document} from '../../model/document.js'
import type {Page} from '../../model/page.js'
import {briefingLevels, toBriefing} from '../../output/briefing.js'
import type {OutputContext} from '../../output/output-context.js'

const mostPages = 2

/** Prints the first level of detail that stays within two pages. */
export async function printBriefing<T extends {readonly pages: number}>(
  document: Document,
  file: VFile,
  context: OutputContext,
  print: (page: Page) => Promise<T>
): Promise<T> {
  for (const [index, level] of briefingLevels.entries()) {
    const briefing = await print(toBriefing(document, level, context))
    if (briefing.pages > mostPages && index < briefingLevels.length - 1) continue
    const place = {place: {line: 1, column: 1}, source: 'fit'}
    if (briefing.pages > mostPages) {
      file.message(
        `Unexpected briefing of ${briefing.pages} pages, expected at most ${mostPages}: shorten the key points`,
        {...place, ruleId: 'briefing-overflow'}
      ).fatal = true
    } else if (Number.isFinite(level.rows)) {
      file.info(
        `Unexpected length of key points, trials or conclusion, expected two pages: the briefing leaves some to the report`,
        {...place, ruleId: 'briefing-shortened'}
      )
    }
    return briefing
  }
  throw new Error('Unexpected end of the briefing’s levels')
}

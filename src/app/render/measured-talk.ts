import {VFile} from 'vfile'
import type {Document} from '../../model/document.js'
import type {Page} from '../../model/page.js'
import type {Press} from '../../press/press.js'
import type {WrittenTalk} from '../read-talk.js'
import {measuredFormulas} from './formulas.js'

/** A talk with its formulas measured, and those of the review it takes from; `main` is what was measured already. */
export async function measuredTalk(
  {document, file, review}: WrittenTalk,
  main: {readonly review: Document; readonly document: Document},
  press: Press,
  html: (page: Page) => string
): Promise<Pick<WrittenTalk, 'document' | 'review'>> {
  const measured = async (each: Document, on: VFile) =>
    each === main.review ? main.document : await measuredFormulas(each, on, press, html)
  return {
    document: await measured(document, file),
    // What is wrong with the review is said when it is built itself.
    review: review && (await measured(review, new VFile({path: review.path})))
  }
}

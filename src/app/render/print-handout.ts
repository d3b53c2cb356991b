import type {Deck} from '../../model/deck.js'
import type {Document} from '../../model/document.js'
import type {Landing, Page} from '../../model/page.js'
import {toHandout} from '../../output/handout.js'
import type {OutputContext} from '../../output/output-context.js'
import {withProbes} from '../../output/probes.js'

/** Prints the handout: a first, untagged print tells where each slide and its notes landed, the second says so where notes go on. */
export async function printHandout<T>(
  deck: Deck,
  document: Document,
  context: OutputContext,
  {tryOut, print}: {tryOut(page: Page): Promise<Landing>; print(page: Page): Promise<T>}
): Promise<T> {
  const page = toHandout(deck, document, context)
  const landing = await tryOut({...page, tree: withProbes(page.tree)})
  return await print(toHandout(deck, document, context, landing))
}

import type {Ledger} from '../cache/ledger.js'
import type {Resources} from '../resources.js'
import {indexName, type ReviewFile} from '../reviews.js'
import {readManifest, readText} from './publication.js'
import {publishFile} from './publish.js'

/** Writes `out/index.html`; where it is what it would be now, nothing is written. */
export async function writeIndex(
  out: string,
  reviews: readonly ReviewFile[],
  {ledger, resources}: {readonly ledger: Ledger; resources(): Promise<Resources>}
): Promise<void> {
  const texts = await Promise.all(reviews.map(({name}) => readText(out, `${name}/manifest.json`)))
  const held = texts.filter((text) => text !== undefined)
  const kept = await ledger.text('index', held)
  if (kept !== undefined) {
    if ((await readText(out, indexName)) !== kept) await publishFile(out, indexName, kept)
    return
  }
  const [{indexPage}, loaded] = await Promise.all([import('./index-page.js'), resources()])
  const manifests = await Promise.all(reviews.map(({name}) => readManifest(out, name)))
  const page = await indexPage(
    manifests.filter((manifest) => manifest !== undefined),
    loaded,
    ledger.memory
  )
  await ledger.keepText('index', held, page, loaded.answers)
  await publishFile(out, indexName, page)
}

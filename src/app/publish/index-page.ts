import {signsOf} from '../../font/signs-of.js'
import type {Manifest} from '../../model/artifact.js'
import {outputNames} from '../../model/outputs.js'
import {imprintOf} from '../../output/imprint.js'
import {type Listing, toIndex} from '../../output/index-page.js'
import {toHtml} from '../../output/page.js'
import {createFill} from '../../template/fill.js'
import {wordsFor} from '../../words/index.js'
import type {Memory} from '../cache/memory.js'
import {outputOf} from '../outputs.js'
import {cutFonts} from '../render/cut-fonts.js'
import type {Resources} from '../resources.js'
import {indexMark} from './refuse-foreign.js'

/** The page of `out/index.html`: the reviews that are published, and their artifacts. */
export async function indexPage(
  held: readonly Manifest[],
  resources: Resources,
  memory: Memory
): Promise<string> {
  const listings: Listing[] = held.map((manifest) => {
    const words = wordsFor(manifest.language)
    return {
      title: manifest.title,
      language: manifest.language,
      imprint: [imprintOf(manifest, words), manifest.status === 'draft' ? words.draft : '']
        .filter(Boolean)
        .join(' · '),
      artifacts: outputNames.flatMap((output) => {
        const [artifact, ...further] = manifest.artifacts.filter(({file}) => outputOf(file) === output)
        if (!artifact) return []
        const bytes = [artifact, ...further].reduce((sum, each) => sum + each.bytes, 0)
        const addressOf = (file: string) =>
          [...manifest.review.split('/'), file].map(encodeURIComponent).join('/')
        return [
          {
            address: addressOf(artifact.file),
            name: words.outputs[output],
            size: sizeOf(bytes),
            further: further.map(({file}, index) => ({address: addressOf(file), number: index + 2}))
          }
        ]
      })
    }
  })
  const languages = new Set(held.map(({language}) => language))
  const words = wordsFor(languages.size === 1 ? (held[0]?.language ?? 'en') : 'en')
  const page = toIndex(listings, {words, fill: createFill(resources.templates, words)})
  const {css} = await cutFonts(signsOf([listings, words]), words.language, resources, memory)
  return `${toHtml(page, resources.sheets, css).trimEnd()}\n${indexMark}\n`
}

/** `340 kB` */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

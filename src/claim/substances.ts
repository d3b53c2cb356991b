import type {Evidence} from '../model/evidence.js'
import type {Study} from '../model/study.js'
import type {Drug} from './drugs.js'
import {Pattern} from './pattern.js'

/** Names made on the stems of the WHO’s international nonproprietary names, which show a word to be a drug’s. */
const stems =
  'arav[oó]ne|(?:xi|li|tu|zu|ci|nu|la|mo)mab|[nst][iu]nib|(?:er|fu)sen|(?:es|tem|leu|men)t?rocel|(?:uc|tem|leu)cel|[bdnp]azole|v[ao]statine?|[gn]imod|zapine|[bd]ilast|lukast|cycline?|[ft]asudil|emtiv|mendan|glitazone|pexole|mantine|ampanel|moclomol|perstat|astat|pidine|balamine?|coxib|giline|letine|gabine|copl[ao]n|kinra|antel'

/** A word in small letters, or with a capital where a sentence or a line may begin with it. */
export const substances = new Pattern(
  `(?<![\\p{L}\\p{N}-])(?!riluzole|tamoxif)(?:[a-zé]{2,16}(?:${stems})|(?<=^|[.:;] |\\| )[A-Z][a-zé]{2,16}(?:${stems.replace('(?:er|fu)sen|', 'ersen|')}))(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`,
  undefined,
  'gu'
)

/**
 * A drug that no record tests: it may be said of a trial whose record gives no drug a name of its own, or speaks of this
 * one.
 */
export function unheldDrug(name: string, {studies}: Evidence, drugs: Iterable<Drug>): Drug {
  const telling = new Set([...drugs].flatMap(({trials}) => trials))
  const bare = toStem(name)
  const possible = [...studies.values()].filter(
    (study) => !telling.has(study.id) || toStem(textOf(study)).includes(bare)
  )
  return {names: [name], trials: [], possible: possible.map(({id}) => id)}
}

function textOf({title = '', officialTitle = '', interventions, otherNames, arms}: Study): string {
  return [title, officialTitle, ...interventions, ...otherNames, ...arms].join(' ')
}

/** Without accents and the last letter, which languages differ in. */
function toStem(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/e$/, '')
}

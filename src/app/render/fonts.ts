import type {VFile} from 'vfile'
import {byScript} from '../../font/scripts.js'
import {signsOf} from '../../font/signs-of.js'
import type {FontFaces} from '../../font/to-font-faces.js'
import type {Document} from '../../model/document.js'
import {toTalk} from '../../transform/to-talk.js'
import type {Words} from '../../words/index.js'
import type {Memory} from '../cache/memory.js'
import type {WrittenTalk} from '../read-talk.js'
import type {Resources} from '../resources.js'
import {cutFonts} from './cut-fonts.js'
import {placeOf} from './place-of.js'

/** How many characters a finding shows. */
const most = 8

/** The fonts of all of a review’s outputs: which are asked for must not change a byte of any. */
export async function fontsFor(
  document: Document,
  words: Words,
  file: VFile,
  resources: Pick<Resources, 'faces' | 'scripts' | 'fonts'>,
  {memory, talk}: {readonly memory: Memory; readonly talk?: WrittenTalk | undefined}
): Promise<FontFaces> {
  // Style sheets set what a page is in capitals.
  const deck = talk && toTalk(talk.document, talk)
  const capitals = [words.kind, words.briefing, words.handout].map((word) => word.toUpperCase())
  const signs = signsOf([document, talk?.document, deck, {...words, math: undefined}, capitals])
  const {css, missing} = await cutFonts(signs, document.language, resources, memory)
  for (const {script, characters, font} of byScript(missing, document.language)) {
    const isOfTalk = talk && !characters.some((each) => JSON.stringify(document).includes(each))
    const [said, source] = isOfTalk ? [talk.document, talk.file] : [document, file]
    const {place, record} = placeOf(new Set(characters), source, said)
    const shown = characters.slice(0, most).map((each) => `\`${each}\` (${codeOf(each)})`)
    const more = characters.length > most ? ` and ${characters.length - most} more` : ''
    const from = record ? ` from \`${record}\`` : ''
    const isNamed = resources.scripts.some(({name}) => font !== undefined && name.startsWith(font))
    const advice =
      font && !isNamed
        ? `\`npm install ${font}\` and its name below \`fonts:\` in \`lectern.yaml\` add them`
        : 'say it in other signs'
    source.message(
      `Unexpected ${script} ${shown.join(', ')}${more}${from}, expected characters that the fonts hold: on paper □ stands for them; ${advice}`,
      {place, source: 'font', ruleId: 'missing-glyph'}
    )
  }
  return {css, missing}
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
}

import picomatch from 'picomatch'
import {VFile} from 'vfile'
import type {Config} from '../model/config.js'
import type {Document} from '../model/document.js'
import type {FrontMatter, Matter} from '../model/matter.js'
import type {World} from '../model/world.js'
import {readData} from '../read/read-data.js'
import {readMatter} from '../read/read-matter.js'
import {type DocumentOptions, toDocument} from '../transform/to-document.js'
import {checkDocument} from './check-document.js'
import {citerFor} from './citation-style.js'
import {readFile, type Shared} from './inputs.js'
import type {Layout} from './resources.js'
import type {ReviewFile} from './reviews.js'
import {refuseUnknownTheme} from './theme.js'
import {awaited, timed} from './trace.js'

/** What a review is read with, whether it is then printed or not. */
export interface ReadContext extends Pick<DocumentOptions, 'drawFigure' | 'fillFor'> {
  readonly all: readonly ReviewFile[]
  readonly world: World
  readonly shared: Shared
  readonly resources: Layout
  /** Whether citations are formatted; a style is read in any case. */
  readonly formats: boolean
}

/** Reads a review and holds it against the evidence. What is wrong is said on its file; one that cannot be read is none. */
export async function readReview(
  {name, path}: ReviewFile,
  {all, world, shared, resources, formats, fillFor, drawFigure}: ReadContext
): Promise<{file: VFile; review: Document | undefined; matter?: Matter}> {
  const file = (await readFile(world, path)) ?? missing(path)
  refuseNested(name, all, file)
  if (file.messages.some(({fatal}) => fatal)) return {file, review: undefined}
  const matter = readMatter(file, defaultsFor(name, shared.config))
  const cite = await citerFor(matter.citationStyle, file, {world, resources})
  const read = () =>
    toDocument(file, {
      name,
      matter,
      evidence: shared.evidence,
      world,
      readData,
      fillFor,
      drawFigure,
      cite: formats ? cite : undefined
    })
  const review = await awaited(`read ${path}`, read)
  refuseUnknownTheme(file, review.theme, resources)
  timed(`check ${path}`, () => checkDocument(review, file, shared.evidence))
  return {file, review, matter}
}

export function missing(path: string): VFile {
  const file = new VFile({path})
  file.message(`Unexpected missing review \`${path}\`, expected the file that was listed`, {
    place: {line: 1, column: 1},
    source: 'app',
    ruleId: 'unreadable-file'
  }).fatal = true
  return file
}

/** Two reviews cannot share a folder: `content/fr.md` would print around `content/fr/sla.md`. */
export function refuseNested(name: string, all: readonly ReviewFile[], file: VFile): void {
  const inner = all.find((each) => each.name.startsWith(`${name}/`))
  if (!inner) return
  file.message(
    `Unexpected review \`${inner.path}\` in a folder of this review’s name, expected another name for one of the two`,
    {
      place: {line: 1, column: 1},
      source: 'app',
      ruleId: 'nested-review'
    }
  ).fatal = true
}

/** What `lectern.yaml` says of a review of some name. */
export function defaultsFor(name: string, {defaults, byPath}: Config): FrontMatter {
  const matching = byPath.filter(
    ({pattern}) => picomatch.isMatch(name, pattern) || picomatch.isMatch(`${name}.md`, pattern)
  )
  return Object.assign({}, defaults, ...matching.map(({matter}) => matter))
}

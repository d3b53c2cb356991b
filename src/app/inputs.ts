import {VFile} from 'vfile'
import type {Manifest} from '../model/artifact.js'
import type {Config} from '../model/config.js'
import type {Evidence} from '../model/evidence.js'
import type {ScriptFont} from '../model/face.js'
import type {Finding} from '../model/finding.js'
import type {World} from '../model/world.js'
import {readEvidence} from '../read/read-evidence.js'
import {readConfig} from '../read/read-matter.js'
import {type Answer, recordingWorld} from './cache/inquiry.js'
import {findingsOf} from './findings.js'
import {loadFontPackages} from './font-packages.js'

/** What all reviews of a project share, and the files it was read from. */
export interface Shared {
  readonly config: Config
  readonly evidence: Evidence
  readonly scripts: readonly ScriptFont[]
  readonly inputs: Manifest['inputs']
  /** All that was asked to read it. */
  readonly answers: readonly Answer[]
  readonly findings: readonly Finding[]
}

/** Reads the project’s configuration, the fonts it names, and its evidence. */
export async function readShared(world: World, project: string): Promise<Shared> {
  const recorded = recordingWorld(world)
  const [config, trials, references] = await Promise.all(
    ['lectern.yaml', 'content/evidence/trials.json', 'content/evidence/references.json'].map((path) =>
      readFile(recorded, path)
    )
  )
  const bibliographies = await readBibliographies(recorded)
  const read = {
    config: readConfig(config),
    evidence: readEvidence({...(trials ? {trials} : {}), ...(references ? {references} : {}), bibliographies})
  }
  const {scripts, answers} = await loadFontPackages(project, read.config.fonts, config)
  const findings = [config, trials, references, ...bibliographies].flatMap((file) =>
    file ? findingsOf(file, read.config.rules) : []
  )
  return {...read, scripts, findings, inputs: recorded.asked(), answers: [...recorded.answers(), ...answers]}
}

/** The works that the project holds in BibTeX: `content/evidence/*.bib`. */
export async function readBibliographies(world: World): Promise<VFile[]> {
  const paths = (await world.list('content/evidence')).filter((path) =>
    /^content\/evidence\/[^/]+\.bib$/.test(path)
  )
  const files = await Promise.all(paths.map((path) => readFile(world, path)))
  return files.filter((file) => file !== undefined)
}

/** A file as text; undefined where there is none. Bytes that are no UTF-8 are an error on it. */
export async function readFile(world: World, path: string): Promise<VFile | undefined> {
  let bytes: Uint8Array | undefined
  try {
    bytes = await world.read(path)
  } catch (error) {
    const file = new VFile({path})
    const reason = error instanceof Error ? error.message : String(error)
    file.message(
      `Unexpected failure to read \`${path}\`, expected a file that may be read: ${reason.split(',')[0]}`,
      {
        place: {line: 1, column: 1},
        source: 'app',
        ruleId: 'unreadable-file'
      }
    ).fatal = true
    return file
  }
  if (!bytes) return undefined
  try {
    return new VFile({path, value: new TextDecoder('utf-8', {fatal: true}).decode(bytes)})
  } catch {
    const file = new VFile({path, value: new TextDecoder().decode(bytes)})
    const line = String(file)
      .split('\n')
      .findIndex((each) => each.includes('\uFFFD'))
    file.message('Unexpected bytes, expected text in UTF-8', {
      place: {line: Math.max(line, 0) + 1, column: 1},
      source: 'app',
      ruleId: 'not-utf8'
    }).fatal = true
    return file
  }
}

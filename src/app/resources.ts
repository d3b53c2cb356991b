import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import type {Face, ScriptFont} from '../model/face.js'
import type {World} from '../model/world.js'
import {type Answer, recordingWorld} from './cache/inquiry.js'
import {digestOf} from './digest.js'
import {faceFiles} from './face-files.js'
import {loadFace} from './load-face.js'
import {packageRoot} from './project.js'
import {folderWorld} from './world.js'

/** What a review is read with: the texts of templates, and which style sheets there are. */
export interface Layout {
  readonly templates: ReadonlyMap<string, string>
  readonly sheets: Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>
  /** Citation styles by name, and CSL’s locales by language. */
  readonly styles: ReadonlyMap<string, string>
  readonly locales: ReadonlyMap<string, string>
}

/** All that a page is made with beside the review: templates, style sheets, fonts and reveal.js. */
export interface Resources extends Layout {
  readonly sheets: ReadonlyMap<string, string>
  /** The logo of each theme that has one, as a `data:` address. */
  readonly logos: ReadonlyMap<string, string>
  readonly faces: readonly Face[]
  /** Fonts of the packages that the project names. */
  readonly scripts: readonly ScriptFont[]
  readonly reveal: {readonly script: string; readonly notes: string}
  /** A digest of the faces and scripts. */
  readonly fonts: string
  /** Of all of the above. */
  readonly digest: string
  /** All that was asked to load it, of Lectern’s own files and of the project’s. */
  readonly answers: readonly Answer[]
}

/** Templates and styles come with Lectern; a project’s own of the same name take their place. */
export async function loadResources(folder: World, scripts: readonly ScriptFont[] = []): Promise<Resources> {
  const own = recordingWorld(ownWorld, 'own')
  const project = recordingWorld(folder)
  const [templates, sheets, styles, locales, logos, faces, reveal] = await Promise.all([
    loadTexts('templates', '.hbs', [own, project]),
    loadTexts('styles', '.css', [own, project]),
    loadTexts('styles/csl', '.csl', [own, project]),
    loadTexts('styles/csl', '.xml', [own, project]),
    loadTexts('styles/themes', '/logo.svg', [own, project]),
    Promise.all(faceFiles.map(loadFace)),
    loadReveal()
  ])
  const texts = [...templates, ...sheets, ...styles, ...locales, ...logos, ...Object.entries(reveal)].map(
    ([name, text]) => [name, digestOf(text)]
  )
  const fonts = digestOf(
    JSON.stringify([
      ...faces.map(({digest}) => digest),
      ...scripts.map(({name, regular, bold, covers}) => [
        name,
        digestOf(regular),
        bold ? digestOf(bold) : '',
        covers
      ])
    ])
  )
  return {
    templates,
    sheets: new Map([...sheets, ['reveal', reveal.style]]),
    styles,
    locales: new Map([...locales].map(([name, text]) => [name.replace(/^locales-/, ''), text])),
    logos: new Map(
      [...logos].map(([theme, svg]) => [
        theme,
        `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
      ])
    ),
    faces: faces.map(({face}) => face),
    scripts,
    reveal,
    fonts,
    digest: digestOf(JSON.stringify([texts, fonts])),
    answers: [...own.answers(), ...project.answers()]
  }
}

/** The same without what only pages need. */
export async function loadLayout(folder: World): Promise<Layout & Pick<Resources, 'answers'>> {
  const own = recordingWorld(ownWorld, 'own')
  const project = recordingWorld(folder)
  const [templates, styles, ...sheets] = await Promise.all([
    loadTexts('templates', '.hbs', [own, project]),
    loadTexts('styles/csl', '.csl', [own, project]),
    own.list('styles'),
    project.list('styles')
  ])
  const names = sheets.flat().filter((path) => path.endsWith('.css'))
  return {
    templates,
    styles,
    locales: new Map(),
    sheets: new Map(names.map((path) => [path.slice('styles/'.length, -'.css'.length), path])),
    answers: [...own.answers(), ...project.answers()]
  }
}

/** Lectern’s own files. */
export const ownWorld = folderWorld(packageRoot)
const require = createRequire(import.meta.url)

async function loadTexts(
  folder: string,
  ending: string,
  worlds: readonly World[]
): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const world of worlds) {
    for (const path of await world.list(folder)) {
      const bytes = path.endsWith(ending) ? await world.read(path) : undefined
      if (bytes) texts.set(path.slice(folder.length + 1, -ending.length), new TextDecoder().decode(bytes))
    }
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function loadReveal(): Promise<Resources['reveal'] & {style: string}> {
  const folder = dirname(require.resolve('reveal.js'))
  const read = (file: string) => readFile(join(folder, file), 'utf8')
  const [style, script, notes] = await Promise.all([
    read('reveal.css'),
    read('reveal.js'),
    read('plugin/notes.js')
  ])
  return {style, script, notes}
}

import {readdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {VFile} from 'vfile'
import type {FontPackage} from '../model/config.js'
import type {ScriptFont} from '../model/face.js'
import type {Answer} from './cache/inquiry.js'
import {digestOf} from './digest.js'
import {packageRoot} from './project.js'

/**
 * The fonts of the packages that the project’s configuration names, from the project’s modules or else Lectern’s own.
 * A package that is not there, or that holds no fonts that print, is an error at its place.
 */
export async function loadFontPackages(
  project: string,
  packages: readonly FontPackage[],
  file: VFile | undefined
): Promise<{scripts: ScriptFont[]; answers: Answer[]}> {
  const answers: Answer[] = []
  const loaded = await Promise.all(packages.map((each) => load(each)))
  return {scripts: loaded.flat(), answers}

  async function load({name, place}: FontPackage): Promise<ScriptFont[]> {
    const complain = (message: string) => {
      if (file) file.message(message, {place, source: 'font', ruleId: 'unknown-font'}).fatal = true
      return []
    }
    const fonts = await fontsOf(name, project)
    answers.push({kind: 'fonts', of: 'project', path: name, digest: digestOfFonts(fonts)})
    if (fonts === undefined)
      return complain(
        `Unexpected font package \`${name}\`, expected one that is there: \`npm install ${name}\``
      )
    const [first] = fonts
    // What reads fonts is loaded only where a project names one.
    const {isStaticTrueType} = await import('../font/to-font-faces.js')
    if (!first || !(await isStaticTrueType(first.regular)))
      return complain(
        `Unexpected font package \`${name}\` without static TrueType fonts, expected upright ones of weight 400, not variable and no CFF: others do not embed in a PDF`
      )
    return fonts
  }
}

/** A digest of the fonts of a package as they are now. */
export async function askFontPackage(name: string, project: string): Promise<string> {
  return digestOfFonts(await fontsOf(name, project))
}

function digestOfFonts(fonts: readonly ScriptFont[] | undefined): string {
  if (!fonts) return 'absent'
  const told = fonts.map(({regular, bold, ...rest}) => [digestOf(regular), bold ? digestOf(bold) : '', rest])
  return digestOf(JSON.stringify(told))
}

/** The fonts of a package; undefined where it is not there. */
async function fontsOf(name: string, project: string): Promise<ScriptFont[] | undefined> {
  const folder = await folderOf(name, project)
  return folder === undefined ? undefined : await fontsIn(folder, name)
}

/** Where Node would find a package, from the project upwards, then from Lectern. */
async function folderOf(name: string, project: string): Promise<string | undefined> {
  for (const start of [project, packageRoot]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, 'node_modules', name)
      if ((await quietly(readFile(join(candidate, 'package.json')))) !== undefined) return candidate
      if (folder === dirname(folder)) break
    }
  }
  return undefined
}

/** `400Regular/Vazirmatn_400Regular.ttf` */
const whole = /^(?<weight>\d{3})[A-Za-z]+[/\\][^/\\]+\.ttf$/
/** `files/noto-sans-jp-12-400-normal.woff2`, `files/noto-sans-jp-latin-400-normal.woff2` */
const parted = /^files[/\\][a-z0-9-]+?-(?<part>\d+|[a-z][a-z-]*?)-(?<weight>\d{3})-normal\.woff2$/

async function fontsIn(folder: string, name: string): Promise<ScriptFont[]> {
  const id = name.split('/').at(-1) ?? name
  const ranges = await rangesIn(folder)
  const parts = new Map<string, Map<number, string>>()
  const paths = (await quietly(readdir(folder, {recursive: true}))) ?? []
  for (const path of paths.sort()) {
    const short = path.replace(`${id}-`, 'font-')
    const groups = whole.exec(path)?.groups ?? parted.exec(short)?.groups
    if (!groups) continue
    const part = groups.part ?? ''
    const weights = parts.get(part) ?? new Map<number, string>()
    parts.set(part, weights.set(Number(groups.weight), path))
  }
  const fonts = [...parts].map(async ([part, weights]): Promise<ScriptFont[]> => {
    const regular = weights.get(400)
    if (regular === undefined) return []
    const bold = weights.get(600) ?? weights.get(700) ?? weights.get(800) ?? weights.get(500)
    const covers = ranges.get(part) ?? ranges.get(`[${part}]`)
    return [
      {
        name: part ? `${name}: ${part}` : name,
        regular: await readFile(join(folder, regular)),
        ...(bold === undefined ? {} : {bold: await readFile(join(folder, bold))}),
        ...(covers ? {covers} : {})
      }
    ]
  })
  return (await Promise.all(fonts)).flat()
}

/** What each part of a package holds, as its `unicode.json` says; nothing where it has none. */
async function rangesIn(folder: string): Promise<Map<string, [number, number][]>> {
  const text = await quietly(readFile(join(folder, 'unicode.json'), 'utf8'))
  const ranges = new Map<string, [number, number][]>()
  for (const [, part = '', list = ''] of (text ?? '').matchAll(/"([^"]+)"\s*:\s*"([^"]+)"/g)) {
    const each = [...list.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)]
    ranges.set(
      part,
      each.map(([, first = '0', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)])
    )
  }
  return ranges
}

async function quietly<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch {
    return undefined
  }
}

import type {VFile} from 'vfile'
import {formatCitations} from '../cite/format-citations.js'
import {readStyle} from '../cite/read-style.js'
import type {Cite} from '../model/citation.js'
import type {World} from '../model/world.js'
import type {Memory} from './cache/memory.js'
import type {Layout} from './resources.js'

/** The style of a review that names none. */
export const defaultStyle = 'vancouver'

/** Short names that styles go by. */
const aliases: Readonly<Record<string, string>> = {ama: 'american-medical-association'}

/**
 * What formats a review’s citations: in the style it names, one of Lectern’s or of the project’s. A style that is not
 * there, or is none, is an error where it is named; the citations are then set in the default one.
 */
export async function citerFor(
  named: string | undefined,
  file: VFile,
  {world, resources, memory}: {world: World; resources: Layout; memory?: Memory | undefined}
): Promise<(language: string) => Cite> {
  const found = await findStyle(named ?? defaultStyle, world, resources, [])
  if (found.wrong) refuse(file, found.wrong)
  const sound = resources.styles.get(defaultStyle) ?? ''
  const {locales} = resources
  return (language) => async (request) => {
    const style = {csl: found.csl ?? sound, language: localeFor(language, locales), locales}
    try {
      if (!memory) return await formatCitations(request, style)
      const texts = [style.csl, ...[style.language, 'en-US'].map((each) => [each, locales.get(each)])]
      return await memory.value('citations', [request, ...texts], () => formatCitations(request, style))
    } catch (error) {
      // The processor stumbles over a style or a locale that only looks like one.
      const said = /^citeproc-js error: (.{1,120})/.exec(String(error).replace(/^Error: /, ''))?.[1]
      refuse(
        file,
        `Unexpected content of citation style \`${named ?? defaultStyle}\`, expected sound CSL${said ? `: ${said}` : ''}`
      )
      return {marks: request.citations.map(() => ({content: [], raised: false})), entries: []}
    }
  }
}

type Found = {readonly csl: string; readonly wrong?: never} | {readonly csl?: never; readonly wrong: string}

async function findStyle(
  name: string,
  world: World,
  resources: Layout,
  children: readonly string[]
): Promise<Found> {
  const csl = await textOf(name, world, resources)
  const written = `\`${name}\``
  if (csl === undefined) {
    const names = [...new Set([...Object.keys(aliases), ...resources.styles.keys()])].map(
      (each) => `\`${each}\``
    )
    const parent = children.length > 0 ? `, the parent of \`${children.at(-1)}\`` : ''
    return {
      wrong: `Unexpected citation style ${written}${parent}, expected ${names.join(', ')} or a \`.csl\` file of the project`
    }
  }
  const read = readStyle(csl)
  if (read.kind === 'style') return read
  if (read.kind === 'none')
    return {wrong: `Unexpected content of citation style ${written}, expected ${read.wrong}`}
  if (children.length > 4 || children.includes(name))
    return {wrong: `Unexpected circle of citation styles from ${written}, expected a parent of its own`}
  return findStyle(read.parent, world, resources, [...children, name])
}

/** A style by its name, or a file of the project by its path. */
async function textOf(name: string, world: World, {styles}: Layout): Promise<string | undefined> {
  const known = styles.get(aliases[name] ?? name)
  if (known !== undefined || !name.endsWith('.csl')) return known
  const path = name.replace(/^\/+/, '')
  const bytes = path.split('/').includes('..') ? undefined : await world.read(path).catch(() => undefined)
  return bytes && new TextDecoder().decode(bytes)
}

function refuse(file: VFile, message: string): void {
  const line = String(file)
    .split('\n')
    .findIndex((each) => /^citationStyle\s*:/.test(each))
  file.message(message, {
    place: {line: Math.max(line, 0) + 1, column: 1},
    source: 'app',
    ruleId: 'unknown-citation-style'
  }).fatal = true
}

/** The locale of a language: its own, else the first of the same language that CSL counts as the main one, else English. */
export function localeFor(language: string, locales: ReadonlyMap<string, string>): string {
  const [base = '', ...rest] = language.split('-')
  const region = rest.find((part) => /^[A-Z]{2}$/i.test(part))?.toUpperCase()
  const wanted = [
    ...(region ? [`${base}-${region}`] : []),
    ...(main[base] ? [main[base]] : []),
    base,
    `${base}-${base.toUpperCase()}`
  ]
  const other = [...locales.keys()].find((name) => name.startsWith(`${base}-`))
  return wanted.find((name) => locales.has(name)) ?? other ?? 'en-US'
}

const main: Readonly<Record<string, string>> = {
  en: 'en-US',
  pt: 'pt-PT',
  zh: 'zh-CN',
  ja: 'ja-JP',
  da: 'da-DK',
  sv: 'sv-SE',
  he: 'he-IL',
  fa: 'fa-IR',
  ko: 'ko-KR'
}

import type {VFile} from 'vfile'
import type {Config} from '../model/config.js'
import {FrontMatter, type Matter, TalkFrontMatter} from '../model/matter.js'
import type {Place} from '../model/origin.js'
import {fontsKey, readFonts} from './read-fonts.js'
import {readRefresh, refreshKey} from './read-refresh.js'
import {readRules, rulesKey} from './read-rules.js'
import {readYaml, type Yaml} from './yaml.js'

const fence = /^---[ \t]*\r?\n(?:(?<yaml>[\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/
const opens = (schema: Schema) =>
  new RegExp(`^---[ \\t]*\\r?\\n(?:${Object.keys(schema.shape).join('|')})[ \\t]*:`)

type Schema = typeof FrontMatter | typeof TalkFrontMatter
type Own = FrontMatter & Pick<TalkFrontMatter, 'review'>

/** The front matter of a review over the project’s defaults. Mistakes are errors on the file; what is sound counts. */
export function readMatter(file: VFile, defaults: FrontMatter): Matter {
  const {own, hasFrontMatter} = readOwn(file, FrontMatter)
  return {status: 'draft', ...defaults, ...own, hasFrontMatter}
}

/** The front matter of a deck written by hand: what it says itself, and no more. */
export function readTalkMatter(file: VFile): {own: Own; hasFrontMatter: boolean} {
  return readOwn(file, TalkFrontMatter)
}

function readOwn(file: VFile, schema: Schema): {own: Own; hasFrontMatter: boolean} {
  const text = String(file)
  const found = fence.exec(text)
  const yaml = found?.groups?.yaml ?? ''
  const hasFrontMatter = found !== null && isFrontMatter(yaml, schema)
  if (!hasFrontMatter && opens(schema).test(text)) {
    file.message('Unexpected front matter without an end, expected a line `---` below its keys', {
      place: {line: 1, column: 1},
      source: 'read',
      ruleId: 'front-matter'
    }).fatal = true
  }
  const own =
    hasFrontMatter && yaml.trim() !== '' ? readFrontMatter(readYaml(yaml, 2), file, [], [], schema) : {}
  return {own, hasFrontMatter}
}

/**
 * Whether what stands between dashes at the top is front matter, and not text below a rule that the author drew:
 * it begins with a key, or after comments and empty lines holds keys, one of ours among them, and nothing else.
 */
function isFrontMatter(yaml: string, schema: Schema): boolean {
  const lines = yaml.split(/\r?\n/).filter((line) => line.trim() !== '')
  const isKey = (line: string) => /^(?:\?\s|[^\s#>*•|-][^:]{0,40}:(?:\s|$))/.test(line)
  if (lines.length === 0 || isKey(yaml.split(/\r?\n/)[0] ?? '')) return true
  const isKnown = (line: string) => Object.keys(schema.shape).some((key) => line.startsWith(`${key}:`))
  return lines.some(isKnown) && lines.every((line) => isKey(line) || /^(?:#|\s+\S|- )/.test(line))
}

/** The defaults of `lectern.yaml`: keys of front matter for all reviews, and patterns of paths with keys below. */
export function readConfig(file: VFile | undefined): Config {
  if (!file) return {defaults: {}, byPath: [], fonts: [], rules: {}}
  const yaml = readYaml(String(file))
  if (yaml.errors.length > 0 || !isObject(yaml.value))
    return {defaults: readFrontMatter(yaml, file, []), byPath: [], fonts: [], rules: {}}
  const patterns = Object.keys(yaml.value).filter((key) => /[*/]/.test(key))
  const byPath = patterns.map((pattern) => ({pattern, matter: readFrontMatter(yaml, file, [pattern])}))
  const defaults = readFrontMatter(yaml, file, [], [...patterns, fontsKey, refreshKey, rulesKey])
  return {
    defaults,
    byPath,
    fonts: readFonts(yaml, file),
    refresh: readRefresh(yaml, file),
    rules: readRules(yaml, file)
  }
}

function readFrontMatter(
  yaml: Yaml,
  file: VFile,
  below: readonly string[],
  except: readonly string[] = [],
  schema: Schema = FrontMatter
): Own {
  const complain = (message: string, place: Place) => {
    file.message(message, {place, source: 'read', ruleId: 'front-matter'}).fatal = true
  }
  for (const error of yaml.errors)
    complain(`Unexpected YAML, expected keys and values: ${error.message}`, error.place)
  if (yaml.errors.length > 0) return {}

  let value = yaml.value
  for (const key of below) value = isObject(value) ? value[key] : undefined
  if (value === null || value === '') return {}
  if (isObject(value))
    value = Object.fromEntries(Object.entries(value).filter(([key]) => !except.includes(key)))
  const result = schema.safeParse(value)
  if (result.success) return result.data

  const wrong = new Set<PropertyKey>()
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const expected = Object.keys(schema.shape).map((known) => `\`${known}\``)
        complain(
          `Unexpected key \`${key}\`, expected one of ${expected.join(', ')}`,
          yaml.at([...below, key], 'key')
        )
        wrong.add(key)
      }
    } else {
      const key = issue.path.join('.')
      complain(
        key
          ? `Unexpected value of \`${key}\`, expected another: ${issue.message}`
          : 'Unexpected front matter, expected keys and values',
        yaml.at([...below, ...issue.path])
      )
      wrong.add(issue.path[0] ?? '')
    }
  }
  const sound = isObject(value) ? Object.entries(value).filter(([key]) => !wrong.has(key)) : []
  const again = schema.safeParse(Object.fromEntries(sound))
  return again.success ? again.data : {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import type {VFile} from 'vfile'
import type {Config} from '../model/config.js'
import {FrontMatter, type Matter} from '../model/matter.js'
import type {Place} from '../model/origin.js'
import {readYaml, type Yaml} from './yaml.js'

/** Dashes at the top open front matter only where a key follows; elsewhere they are a rule that the author drew. */
const fence = /^---[ \t]*\r?\n(?:(?=[\w"'-]+[ \t]*:)(?<yaml>[\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/

/** The front matter of a review over the project’s defaults. Mistakes are errors on the file; what is sound counts. */
export function readMatter(file: VFile, defaults: FrontMatter): Matter {
  const found = fence.exec(String(file))
  const own =
    found?.groups?.yaml === undefined ? {} : readFrontMatter(readYaml(found.groups.yaml, 2), file, [])
  return {status: 'draft', ...defaults, ...own, hasFrontMatter: found !== null}
}

/** The defaults of `lectern.yaml`: keys of front matter for all reviews, and patterns of paths with keys below. */
export function readConfig(file: VFile | undefined): Config {
  if (!file) return {defaults: {}, byPath: []}
  const yaml = readYaml(String(file))
  if (yaml.errors.length > 0 || !isObject(yaml.value))
    return {defaults: readFrontMatter(yaml, file, []), byPath: []}
  const patterns = Object.keys(yaml.value).filter((key) => /[*/]/.test(key))
  const byPath = patterns.map((pattern) => ({pattern, matter: readFrontMatter(yaml, file, [pattern])}))
  return {defaults: readFrontMatter(yaml, file, [], patterns), byPath}
}

function readFrontMatter(
  yaml: Yaml,
  file: VFile,
  below: readonly string[],
  except: readonly string[] = []
): FrontMatter {
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
  const result = FrontMatter.safeParse(value)
  if (result.success) return result.data

  const wrong = new Set<PropertyKey>()
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const expected = Object.keys(FrontMatter.shape).map((known) => `\`${known}\``)
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
  return FrontMatter.catch({}).parse(Object.fromEntries(sound))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

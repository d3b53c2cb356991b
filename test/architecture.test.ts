import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {checks} from '../src/check/run-checks.js'
import {rules} from '../src/model/rules.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = listFiles(join(root, 'src')).filter((file) => file.endsWith('.ts'))
const imports = new Map(files.map((file) => [relative(root, file), importsOf(file)]))

/** Who may import whom: a phase imports the model, the words and itself. Only `app` knows more than one phase. */
function isAllowed(from: string, to: string): boolean {
  const [room, target] = [roomOf(from), roomOf(to)]
  if (room === target) return true
  if (room === 'cli' || room === 'index') return target === 'app' || target === 'model'
  if (room === 'app') return target !== 'cli' && target !== 'index'
  if (room === 'model') return false
  if (room === 'words') return target === 'model'
  return target === 'model' || target === 'words'
}

/** Heavy dependencies, and the one file or room that opens onto each. */
const doors: Readonly<Record<string, RegExp>> = {
  'puppeteer-core': /^$/,
  '@puppeteer/browsers': /^src\/press\/pinned-chrome\.ts$/,
  'tar-fs': /^src\/press\/embedded-chromium\.ts$/,
  handlebars: /^src\/template\/fill\.ts$/,
  'hast-util-from-html': /^src\/template\/fill\.ts$/,
  'hast-util-to-html': /^src\/output\/page\.ts$/,
  'mdast-util-from-markdown':
    /^src\/transform\/(parse-markdown|read-markdown|math-syntax|citation-syntax)\.ts$/,
  micromark: /^src\/transform\/parse-markdown\.ts$/,
  'hast-util-raw': /^src\/transform\/to-hast\.ts$/,
  'franc-min': /^src\/transform\/language\.ts$/,
  'subset-font': /^src\/font\/to-font-faces\.ts$/,
  yaml: /^src\/read\/yaml\.ts$/,
  'jsonc-parser': /^src\/read\/(records|json)\.ts$/,
  'csv-parse': /^src\/read\/csv\.ts$/,
  temml: /^src\/transform\/to-math\.ts$/,
  'xast-util-from-xml': /^src\/(?:transform\/xml|output\/pptx-xml)\.ts$/,
  'xast-util-to-xml': /^src\/(?:transform\/xml|output\/pptx-xml)\.ts$/,
  '@observablehq/plot': /^src\/figure\/chart\.ts$/,
  citeproc: /^src\/cite\//,
  pptxgenjs: /^src\/output\/pptx(?:-slide)?\.ts$/,
  jszip: /^src\/output\/pptx\.ts$/,
  linkedom: /^src\/figure\/chart\.ts$/,
  picomatch: /^src\/app\//,
  chokidar: /^src\/app\/preview\/watch\.ts$/,
  'pdfjs-dist': /^src\/app\/preview\/client\/pdf-js\.ts$/,
  commander: /^src\/cli(?:\.ts|\/)/
}

describe('the architecture', () => {
  it('lets a phase import only the model, the words and itself', () => {
    const wrong = internal().filter(([from, to]) => !isAllowed(from, to))
    expect(wrong.map(([from, to]) => `${from} → ${to}`)).toEqual([])
  })

  it('has no import cycle', () => {
    expect(findCycle(new Map([...imports].map(([from]) => [from, targetsOf(from)])))).toEqual([])
  })

  it('opens each heavy dependency at one door', () => {
    const wrong = [...imports].flatMap(([from, names]) =>
      names.flatMap((name) => {
        const dependency = Object.keys(doors).find((each) => name === each || name.startsWith(`${each}/`))
        return dependency && !doors[dependency]?.test(from) ? [`${from} → ${name}`] : []
      })
    )
    expect(wrong).toEqual([])
  })

  it('touches files, network and environment only in app, cli and press', () => {
    const outside = /^node:(fs|net|http|https|child_process|os|process)/
    const wrong = [...imports].flatMap(([from, names]) =>
      /^src\/(app|press|cli)/.test(from)
        ? []
        : names.filter((name) => outside.test(name)).map((name) => `${from} → ${name}`)
    )
    expect(wrong).toEqual([])
  })

  it('asks for no clock, environment or working directory outside app and cli', () => {
    const asked =
      /\bprocess\.(env|cwd)\b|\bDate\.now\b|new Date\(\)|\bMath\.random\b|toLocale|Intl\.DateTimeFormat/
    const wrong = [...imports.keys()].filter(
      (file) => !/^src\/(app\/|cli)/.test(file) && asked.test(readFileSync(join(root, file), 'utf8'))
    )
    expect(wrong).toEqual([])
  })

  it('has templates that print nothing unescaped', () => {
    const templates = listFiles(join(root, 'templates'))
    expect(templates.length).toBeGreaterThan(5)
    expect(templates.filter((file) => /\{\{\{|\{\{&/.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('sees a wrong import, a cycle and a wrong door when there is one', () => {
    expect(isAllowed('src/press/browser.ts', 'src/output/page.ts')).toBe(false)
    expect(isAllowed('src/model/study.ts', 'src/words/index.ts')).toBe(false)
    expect(isAllowed('src/cli.ts', 'src/read/yaml.ts')).toBe(false)
    expect(isAllowed('src/fit/fit-deck.ts', 'src/model/deck.ts')).toBe(true)
    const ring = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']]
    ])
    expect(findCycle(ring)).toEqual(['a', 'b', 'c', 'a'])
  })
})

function internal(): [from: string, to: string][] {
  return [...imports.keys()].flatMap((from) => targetsOf(from).map((to): [string, string] => [from, to]))
}

function targetsOf(from: string): string[] {
  const names = imports.get(from)?.filter((name) => name.startsWith('.')) ?? []
  return names.map((name) => relative(root, resolve(root, dirname(from), name)).replace(/\.js$/, '.ts'))
}

function roomOf(file: string): string {
  return /^src\/([^/.]+)/.exec(file)?.[1] ?? ''
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  for (const start of graph.keys()) {
    const cycle = walk(start, [])
    if (cycle) return cycle
  }
  return []

  function walk(node: string, path: readonly string[]): string[] | undefined {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node]
    if (done.has(node)) return undefined
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...path, node])
      if (cycle) return cycle
    }
    done.add(node)
    return undefined
  }
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, name]) => (name ? [name] : []))
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

it('every rule stands in the list of rules, and in docs/findings.md or docs/checks', () => {
  const pages = listFiles(join(root, 'docs')).filter((file) => /docs\/(?:findings\.md|checks\/)/.test(file))
  const listed = pages.map((page) => readFileSync(page, 'utf8')).join('\n')
  const said = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/ruleId(?: =|:) '([a-z0-9-]+)'/g)].map(([, rule = '']) => rule)
  )
  expect(new Set(said).size).toBeGreaterThan(20)
  const all = new Set([...said, ...checks.map(({rule}) => rule), ...tableOf(listed)])
  expect([...all].filter((rule) => !Object.hasOwn(rules, rule))).toEqual([])
  expect(Object.keys(rules).filter((rule) => !listed.includes(`\`${rule}\``))).toEqual([])
  const severities = checks.map(({rule, severity}) => [rule, severity])
  expect(severities).toEqual(checks.map(({rule}) => [rule, rules[rule]?.severity]))
})

/** The rules of a table: what is in code in its first column. */
function tableOf(markdown: string): string[] {
  const cells = [...markdown.matchAll(/^\| (`[^|]*) \| (?:error|warning|note)/gm)].map(
    ([, cell = '']) => cell
  )
  return cells.flatMap((cell) => [...cell.matchAll(/`([a-z0-9-]+)`/g)].map(([, rule = '']) => rule))
}

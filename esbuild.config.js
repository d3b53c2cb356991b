import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {copyFile, mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {basename, join, relative} from 'node:path'
import {build} from 'esbuild'
import Handlebars from 'handlebars'

// Loading hundreds of modules takes longer than what most commands do: three files hold all. `start.cjs` is what a
// command needs that has nothing new to do; what checks and what prints is loaded by it, compiled as it was the last
// time (`src/cli/run-compiled.ts`). Packages with files of their own beside their code stay packages, and so does
// citeproc, whose licence we do not bundle under.
const external = [
  '@puppeteer/browsers',
  '@sparticuz/chromium',
  'citeproc',
  'harfbuzzjs',
  'subset-font',
  'temml'
]
const folder = 'dist/bundle'
// What checks is in a file of its own: half as much to load.
const checking = ['src/app/check/check-desk.ts', 'src/app/check/baseline.ts']
// What has a state is there once.
const shared = ['src/app/trace.ts', 'src/model/user-error.ts']

// For its own stack traces, the package that walks trees names a function after each node: half of what a walk costs.
const namesOfVisits = /Object\.defineProperty\(visit, 'name', \{\s*value:[^}]*\}\)/
const withoutNamesOfVisits = {
  name: 'without-names-of-visits',
  setup({onLoad}) {
    onLoad({filter: /[\\/]unist-util-visit-parents[\\/]lib[\\/]index\.js$/}, async ({path}) => {
      const text = await readFile(path, 'utf8')
      if (!namesOfVisits.test(text)) throw new Error(`Unexpected text of ${path}, expected names of visits`)
      return {contents: text.replace(namesOfVisits, ''), loader: 'js'}
    })
  }
}

const withPrecompiledTemplates = {
  name: 'with-precompiled-templates',
  setup({onLoad}) {
    onLoad({filter: /[\\/]src[\\/]template[\\/]precompiled\.ts$/}, async () => ({contents: await precompiled()}))
  }
}

// A deck carries the text of these functions. A bundler writes functions anew, in other words in each bundle: theirs is
// taken from the modules, so that the same deck comes of the command and of the library.
const withFunctionsOfDecks = {
  name: 'with-functions-of-decks',
  setup({onLoad}) {
    onLoad({filter: /[\\/]src[\\/]output[\\/](?:present|dress-speaker-view)\.ts$/}, async ({path}) => {
      const functions = await import(`./dist/output/${basename(path, '.ts')}.js`)
      const texts = Object.entries(functions).map(([name, each]) => `export const ${name} = ${JSON.stringify(String(each))}`)
      return {contents: texts.join('\n')}
    })
  }
}

const plugins = [withoutNamesOfVisits, withPrecompiledTemplates, withFunctionsOfDecks]
const options = {
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external,
  metafile: true,
  legalComments: 'eof',
  logLevel: 'warning',
  // Code that is kept compiled cannot ask for modules of its own: packages are required.
  supported: {'dynamic-import': false},
  define: {'import.meta.url': 'bundleUrl'},
  banner: {js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;"},
  outdir: folder
}

const late = new Set()
const start = await build({...options, entryPoints: {start: 'src/cli.ts'}, plugins: [...plugins, lateModules()]})
const files = new Map()
const bundles = [start]
for (const group of [checking, [...late].filter((path) => !checking.includes(path))]) {
  const entries = group.map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)})`)
  const bundled = await build({
    ...options,
    stdin: {contents: `module.exports = {${entries.join(', ')}}`, resolveDir: '.'},
    plugins: [...plugins, sharedModules()]
  })
  const code = wrapped(ascii(bundled.outputFiles[0].text))
  const name = `${group === checking ? 'check' : 'print'}-${digestOf(code)}.cjs`
  for (const path of group) files.set(path, name)
  files.set(name, code)
  bundles.push(bundled)
}

await rm(folder, {recursive: true, force: true})
await mkdir(folder, {recursive: true})
for (const [name, code] of files) if (name.endsWith('.cjs')) await writeFile(`${folder}/${name}`, code)
const places = JSON.stringify(Object.fromEntries([...late].map((path) => [path, files.get(path)])))
await writeFile(`${folder}/start.cjs`, ascii(start.outputFiles[0].text).replace('"LATE_FILES"', () => places))
await writeFile(`${folder}/LICENSES.txt`, await licences())
await writeFile(
  'dist/cli.js',
  "#!/usr/bin/env node\nimport {createRequire} from 'node:module'\ncreateRequire(import.meta.url)('./bundle/start.cjs')\n"
)

// The preview’s own page: a script with its style, the script that a deck carries there, and what shows PDFs.
await build({
  entryPoints: [
    {in: 'src/app/preview/client/main.ts', out: 'client'},
    {in: 'src/app/preview/client/preview.css', out: 'client'},
    {in: 'src/app/preview/client/agent.ts', out: 'agent'}
  ],
  outdir: 'dist/preview',
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  alias: {'pdfjs-dist': './pdf.js'},
  external: ['./pdf.js'],
  logLevel: 'warning'
})
for (const [from, to] of [
  ['build/pdf.min.mjs', 'pdf.js'],
  ['build/pdf.worker.min.mjs', 'pdf.worker.js'],
  ['LICENSE', 'pdf-licence.txt']
])
  await copyFile(`node_modules/pdfjs-dist/${from}`, `dist/preview/${to}`)

await unpackFonts('dist/fonts')

/** What the command’s first file imports by a call is in a file that is loaded then. */
function lateModules() {
  return {
    name: 'late-modules',
    setup(build) {
      build.onResolve({filter: /^\./}, async ({path, kind, pluginData, ...from}) => {
        if (kind !== 'dynamic-import' || pluginData === 'late') return
        const found = await build.resolve(path, {...from, kind, pluginData: 'late'})
        const name = relative('.', found.path)
        late.add(name)
        return {path: name, namespace: 'late'}
      })
      build.onLoad({filter: /.*/, namespace: 'late'}, ({path}) => ({
        contents: `module.exports = require('late-loader').load(${JSON.stringify(path)})`,
        resolveDir: '.'
      }))
      build.onResolve({filter: /^late-loader$/}, ({path}) => ({path, namespace: 'loader'}))
      build.onLoad({filter: /.*/, namespace: 'loader'}, () => ({
        contents: `
          import {join} from 'node:path'
          import {cacheFolder} from './src/cli/cache-folder.js'
          import {runCompiled} from './src/cli/run-compiled.js'
          ${shared.map((path, index) => `import * as shared${index} from './${path}'`).join('\n')}
          const shared = {${shared.map((path, index) => `'${path}': shared${index}`).join(', ')}}
          const files = "LATE_FILES"
          const loaded = new Map()
          export function load(name) {
            const file = files[name]
            const modules = loaded.get(file) ?? runCompiled(join(__dirname, file), {cache: cacheFolder(), purpose: name, shared})
            loaded.set(file, modules)
            return modules[name]()
          }`,
        resolveDir: '.'
      }))
    }
  }
}

/** Modules that the first file holds already. */
function sharedModules() {
  return {
    name: 'shared-modules',
    setup(build) {
      build.onResolve({filter: /^\./}, async ({path, pluginData, ...from}) => {
        if (pluginData === 'shared') return
        const found = await build.resolve(path, {...from, pluginData: 'shared'})
        const name = relative('.', found.path)
        return shared.includes(name) ? {path: name, namespace: 'shared'} : found
      })
      build.onLoad({filter: /.*/, namespace: 'shared'}, ({path}) => ({
        contents: `module.exports = shared[${JSON.stringify(path)}]`
      }))
    }
  }
}

/** The function that Node makes of a module’s text, with the shared modules given. */
function wrapped(code) {
  return `(function (exports, require, module, __filename, __dirname, shared) {${code}\n})`
}

/** One byte a character is read fastest. Strings have escapes already; what is left stands in patterns and comments. */
function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function digestOf(code) {
  return createHash('sha256').update(code).digest('hex').slice(0, 16)
}

/** The text of a module in place of `src/template/precompiled.ts`: Lectern’s own templates, as functions. */
async function precompiled() {
  const {compileOptions} = await import('./dist/template/options.js')
  const {wordsFor} = await import('./dist/words/index.js')
  const options = compileOptions(wordsFor('en'))
  const files = readdirSync('templates', {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.hbs'))
  const made = files.sort().map((file) => {
    const text = readFileSync(join('templates', file), 'utf8')
    return `[${JSON.stringify(text)}, ${Handlebars.precompile(text, options)}]`
  })
  return `export const precompiled = new Map([${made.join(',')}])`
}

/** Packed fonts, unpacked, each under the digest of its packed file, as `src/app/load-face.ts` looks for it. */
async function unpackFonts(folder) {
  const {faceFiles} = await import('./dist/app/face-files.js')
  const {digestOf} = await import('./dist/app/digest.js')
  const require = createRequire(import.meta.url)
  const {convert} = createRequire(require.resolve('subset-font'))('fontverter')
  await rm(folder, {recursive: true, force: true})
  await mkdir(folder, {recursive: true})
  for (const {file} of faceFiles.filter(({file}) => file.endsWith('.woff2'))) {
    const packed = await readFile(require.resolve(file))
    await writeFile(`${folder}/${digestOf(packed)}.ttf`, await convert(packed, 'truetype'))
  }
}

/** The licences of what is bundled, and of the fonts that are unpacked. */
async function licences() {
  const {faceFiles} = await import('./dist/app/face-files.js')
  const fonts = faceFiles.map(({file}) => `node_modules/${file}`)
  const folders = [...bundles.flatMap(({metafile}) => Object.keys(metafile.inputs)), ...fonts].flatMap(
    (path) => /^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/.exec(path) ?? []
  )
  return [...new Set(folders)]
    .sort()
    .filter((each) => existsSync(`${each}/package.json`))
    .map((each) => {
      const {name, version, license} = JSON.parse(readFileSync(`${each}/package.json`, 'utf8'))
      const texts = readdirSync(each).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
      const told = texts.map((file) => readFileSync(`${each}/${file}`, 'utf8').trim())
      return [`${name} ${version}: ${license}`, ...told].join('\n\n')
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`)
}

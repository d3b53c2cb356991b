import {copyFile, readFile, rm, writeFile} from 'node:fs/promises'
import {build} from 'esbuild'

// A short command spends most of its time on loading hundreds of modules; from a few files it takes half as long. What
// has files of its own, or is loaded only when something is printed, stays a package.
const external = [
  '@observablehq/plot',
  '@puppeteer/browsers',
  '@sparticuz/chromium',
  'citeproc',
  'harfbuzzjs',
  'jszip',
  'linkedom',
  'pptxgenjs',
  'puppeteer-core',
  'subset-font',
  'tar-fs',
  'temml'
]

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

await rm('dist/bundle', {recursive: true, force: true})
await build({
  entryPoints: ['src/cli.ts'],
  outdir: 'dist/bundle',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external,
  plugins: [withoutNamesOfVisits],
  logLevel: 'warning',
  // Packages in CommonJS ask for Node’s own modules.
  banner: {
    js: "import {createRequire as createBundleRequire} from 'node:module'\nconst require = createBundleRequire(import.meta.url)"
  }
})
await writeFile('dist/cli.js', "#!/usr/bin/env node\nimport './bundle/cli.js'\n")

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

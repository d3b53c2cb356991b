import {readFile, rm, writeFile} from 'node:fs/promises'
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

import {rm, writeFile} from 'node:fs/promises'
import {build} from 'esbuild'

// A short command spends most of its time on loading hundreds of modules; from a few files it takes half as long. What
// has files of its own, or is loaded only when something is printed, stays a package.
const external = [
  '@libpdf/core',
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
  logLevel: 'warning',
  // Packages in CommonJS ask for Node’s own modules.
  banner: {
    js: "import {createRequire as createBundleRequire} from 'node:module'\nconst require = createBundleRequire(import.meta.url)"
  }
})
await writeFile('dist/cli.js', "#!/usr/bin/env node\nimport './bundle/cli.js'\n")

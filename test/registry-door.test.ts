import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {expect, it} from 'vitest'
import {root} from './project.js'

it('the network is opened by the registries’ clients and by who hands it to them, nobody else', () => {
  // The preview’s own script runs in a browser, whose page may ask its server alone.
  const files = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'}).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('app/preview/client/')
  )
  const asking = files.filter((file) => /\bfetch\b\s*[(,:]/.test(codeOf(join(root, 'src', file))))
  expect(asking.toSorted()).toEqual(['app/refresh/refresh-command.ts', 'registry/ask.ts'])
})

it('no build reaches the registries', () => {
  const reached = reachedFrom(join(root, 'src/app/build.ts'))
  expect(reached.size).toBeGreaterThan(50)
  const names = [...reached].map((file) => relative(root, file))
  expect(names.filter((name) => /^src\/(?:registry\/|app\/refresh)/.test(name))).toEqual([])
})

function reachedFrom(start: string): Set<string> {
  const reached = new Set<string>()
  const open = [start]
  for (let file = open.pop(); file; file = open.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    const names = [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.\.?\/[^']+\.js)'/g)]
    for (const [, name = ''] of names) open.push(resolve(dirname(file), name.replace(/\.js$/, '.ts')))
  }
  return reached
}

function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
}

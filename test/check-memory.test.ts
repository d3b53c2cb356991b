import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type CheckResult, check} from '../src/app/check/check.js'
import {makeProject} from './project.js'

const files = {
  'lectern.yaml': 'language: en\n',
  'content/a.md':
    '---\ntitle: A\nstatus: final\n---\n\n# A\n\nTwo trials [@none].\n\n::include{src=_part.md}\n\n::table{src=d.csv}\n',
  'content/_part.md': 'A part, see NCT00000001.\n',
  'content/d.csv': 'a,b\n1,2\n',
  'content/b.md': '---\ntitle: B\n---\n\n# B\n\nNothing.\n'
}

describe('a check that is done again', () => {
  it('finds the same, and reads no review', async () => {
    const project = makeProject(files)
    const first = await check({project, reviews: []})
    const kept = entriesOf(project)
    expect(first.findings.length).toBeGreaterThan(1)
    expect(await check({project, reviews: []})).toEqual(first)
    expect(await check({project, reviews: ['a']})).toMatchObject({reviews: [first.reviews[0]]})
    expect(entriesOf(project)).toEqual(kept)
    expect([...first.files]).toEqual(expect.arrayContaining(['content/_part.md', 'content/d.csv']))
  })

  it.each<[what: string, path: string, text: string | undefined]>([
    ['the review', 'content/a.md', '# A\n\nOne trial [@other].\n'],
    ['what it includes', 'content/_part.md', 'A part [@other].\n'],
    ['its data', 'content/d.csv', 'a,b\n1\n'],
    ['data that are gone', 'content/d.csv', undefined],
    ['the settings', 'lectern.yaml', 'rules:\n  unknown-citation: note\n'],
    ['settings that cannot be read', 'lectern.yaml', 'rules: ['],
    [
      'the evidence',
      'content/evidence/references.json',
      '[{"id": "none", "type": "article", "title": "None"}]\n'
    ],
    ['works in BibTeX', 'content/evidence/works.bib', '@article{none, title = {None}}\n'],
    ['a template of the project', 'templates/exhibit/own.hbs', '<p>{{'],
    ['a review below it', 'content/a/below.md', '# Below\n'],
    ['a talk', 'content/a.deck.md', '# A\n\n## One\n\nTwo [@other].\n']
  ])('sees what changed: %s', async (_, path, text) => {
    const project = makeProject(files)
    await check({project, reviews: []})
    const before = await check({project, reviews: []})
    const old = existsSync(join(project, path)) ? readFileSync(join(project, path), 'utf8') : undefined
    change(project, path, text)
    const after = await outcomeOf(project)
    rmSync(join(project, '.lectern'), {recursive: true})
    expect(after).toEqual(await outcomeOf(project))
    expect(after).not.toEqual(before)
    change(project, path, old)
    expect(await check({project, reviews: []})).toEqual(before)
  })

  it('takes nothing from a memory that was damaged', async () => {
    const project = makeProject(files)
    const first = await check({project, reviews: []})
    for (const [path] of entriesOf(project)) {
      const bytes = readFileSync(path)
      const at = bytes.length - 3
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(path, bytes)
    }
    expect(await check({project, reviews: []})).toEqual(first)
  })
})

async function outcomeOf(project: string): Promise<CheckResult | string> {
  return await check({project, reviews: []}).catch((error: unknown) => String(error))
}

function change(project: string, path: string, text: string | undefined): void {
  const file = join(project, path)
  mkdirSync(dirname(file), {recursive: true})
  if (text === undefined) rmSync(file, {force: true})
  else writeFileSync(file, text)
}

/** The entries of a project’s memory, and when each was written. */
function entriesOf(project: string): [path: string, written: number][] {
  const folder = join(project, '.lectern/cache')
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !/^\.|\.TAG$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, statSync(path).mtimeMs])
}

import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {outputOf} from '../src/app/outputs.js'
import {toLines} from '../src/cli/to-lines.js'
import {buildProject, filesBelow, makeProject} from './project.js'

const review = `---
title: A talk
date: 2025-02-25
outputs: [web]
---

## One

Text of it.

## Two

More of it.
`
const names = ['slides-01.png', 'slides-02.png', 'slides-03.png', 'slides-04.png']

let project: string
let first: Map<string, Buffer>
beforeAll(async () => {
  project = makeProject({'content/a.md': review})
  await buildProject(project, {only: ['slides-png']})
  first = filesBelow(join(project, 'out/a'))
})

describe('pictures of slides', () => {
  it('are one a slide, 1920 × 1080, each with its size in the manifest', () => {
    expect([...first.keys()]).toEqual(['manifest.json', ...names])
    for (const name of names) {
      const bytes = first.get(name) ?? Buffer.alloc(0)
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], name).toEqual([1920, 1080])
    }
    const {artifacts} = JSON.parse(String(first.get('manifest.json')))
    expect(artifacts.map(({file, bytes}: {file: string; bytes: number}) => [file, bytes])).toEqual(
      names.map((name) => [name, first.get(name)?.length])
    )
  })

  it('say nothing but what is seen: no date, no text', () => {
    for (const name of names)
      expect(
        chunksOf(first.get(name) ?? Buffer.alloc(0)).filter((type) => /^(?:tIME|.[tT]..)$|eXIf/.test(type))
      ).toEqual([])
  })

  it('are the same bytes again, and stay beside what else is asked for; a build of all drops them', async () => {
    await buildProject(project, {only: ['handout', 'slides-png']})
    const second = filesBelow(join(project, 'out/a'))
    expect([...second.keys()]).toEqual(['handout.pdf', 'manifest.json', ...names])
    for (const name of names)
      expect(second.get(name)?.equals(first.get(name) ?? Buffer.alloc(0)), name).toBe(true)
    await buildProject(project, {only: ['web']})
    expect([...filesBelow(join(project, 'out/a')).keys()]).toEqual(
      [...second.keys()].toSpliced(2, 0, 'report.html')
    )
    const index = readFileSync(join(project, 'out/index.html'), 'utf8')
    expect(names.map((name) => index.includes(`href="a/${name}"`))).toEqual([true, true, true, true])
    // Where one was changed, none of them is whole.
    rmSync(join(project, 'out/a/slides-02.png'))
    await buildProject(project, {only: ['web']})
    expect([...filesBelow(join(project, 'out/a')).keys()]).toEqual([
      'handout.pdf',
      'manifest.json',
      'report.html'
    ])
  })

  it('are told in one line', () => {
    const bytes = new Uint8Array()
    const made = [{file: 'slides.pdf', bytes, pages: 1}, ...names.map((file) => ({file, bytes}))]
    expect(toLines(made).map(({file, of}) => file + of)).toEqual([
      'slides.pdf  1 slide',
      'slides-01.png … slides-04.png  4 slides'
    ])
    expect(outputOf('slides-123.png')).toBe('slides-png')
  })
})

function chunksOf(png: Buffer): string[] {
  const types: string[] = []
  for (let at = 8; at + 8 <= png.length; at += 12 + png.readUInt32BE(at))
    types.push(png.toString('latin1', at + 4, at + 8))
  return types
}

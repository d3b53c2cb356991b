import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {folderStore, type Store} from '../src/app/cache/store.js'
import {type MemoryStore, memoryStore} from '../src/app/preview/memory-store.js'

let behind: Store
let store: MemoryStore

beforeEach(() => {
  behind = folderStore(mkdtempSync(join(tmpdir(), 'lectern-store-')))
  store = memoryStore(behind, 10_000)
})

describe('what a preview holds in memory', () => {
  it('stays while it is asked for, and goes when none of the last states did', async () => {
    for (const key of ['asked', 'passed']) await store.put(key, key)
    for (let state = 0; state < 20; state++) {
      expect((await store.get('asked'))?.said).toBe('asked')
      store.age()
    }
    expect(await store.get('passed')).toBeUndefined()
  })

  it('goes, what was asked for longest ago first, where there is too much of it', async () => {
    for (const key of ['first', 'second', 'third']) {
      await store.put(key, key, [new Uint8Array(4000)])
      await store.get('first')
    }
    expect(await held(['first', 'second', 'third'])).toEqual(['first', 'third'])
  })

  it('outlives the process only where the state did not pass', async () => {
    await store.put('old', 'old')
    store.pass()
    await store.put('new', 'new')
    await store.settle()
    expect((await behind.get('new'))?.said).toBe('new')
    expect(await behind.get('old')).toBeUndefined()
  })

  it('is nobody’s to change', async () => {
    await store.put('key', {list: [1]})
    const {said} = (await store.get('key')) as {said: {list: number[]}}
    said.list.push(2)
    expect((await store.get('key'))?.said).toEqual({list: [1]})
  })
})

async function held(keys: readonly string[]): Promise<string[]> {
  const found = await Promise.all(keys.map((key) => store.get(key)))
  return keys.filter((_, index) => found[index])
}

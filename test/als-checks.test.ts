import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {expectedRows, rowsOf} from './als-findings.js'
import {findingsIn} from './checked.js'
import {root} from './project.js'

const source = readFileSync(join(root, 'content/als-review.md'), 'utf8')

it('finds each mistake of the ALS review where it stands, and nothing else', async () => {
  expect(rowsOf(await findingsIn(source), source)).toEqual(expectedRows)
})

it('finds nothing in the corrected review', async () => {
  const corrected = readFileSync(join(root, 'test/fixtures/als-corrected.md'), 'utf8')
  expect(await findingsIn(corrected)).toEqual([])
})

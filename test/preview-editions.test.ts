import {expect, it} from 'vitest'
import {openEditions} from '../src/app/preview/editions.js'

const page = (text: string) => ({
  bytes: Buffer.from(`<!doctype html><html><body><p>${text}</p></body></html>`)
})

it('A review that is put away and shown again has no version twice', () => {
  const versions = ['one', 'other'].map((text) => openEditions(() => 0).renew('web', page(text)).version)
  expect(versions[0]).not.toBe(versions[1])
})

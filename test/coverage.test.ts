import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Blob, Face} from 'harfbuzzjs'
import subsetFont from 'subset-font'
import {expect, it} from 'vitest'
import {coverage} from '../src/font/coverage.js'
import {root} from './project.js'

const text = `${String.fromCharCode(...Array.from({length: 1500}, (_, index) => 32 + index))}…–≥≈₂→𝐴𝛼√ℎ字日سلام`

it.each([
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
  '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2'
])('reads the characters of %s as HarfBuzz does', async (file) => {
  const whole = readFileSync(join(root, 'node_modules', file))
  const font = await subsetFont(whole, text, {targetFormat: 'truetype', noHinting: true})
  const points = [...new Face(new Blob(font)).collectUnicodes()]
  expect(points.length).toBeGreaterThan(50)
  expect([...coverage(font)].sort()).toEqual(points.map((point) => String.fromCodePoint(point)).sort())
})

it('finds nothing in a font without a table of characters', () => {
  expect(coverage(new Uint8Array([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).size).toBe(0)
})

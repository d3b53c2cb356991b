import {deflateSync, inflateSync} from 'node:zlib'
import {PDF, PdfDict, type PdfString} from '@libpdf/core'
import {describe, expect, it} from 'vitest'
import {landingOf} from '../src/press/destinations.js'
import {deflate} from '../src/press/flate/deflate.js'
import {type Edit, edited, editedCopies} from '../src/press/flate/edits.js'
import {inflate} from '../src/press/flate/inflate.js'
import {Parser} from '../src/press/pdf/parser.js'
import {Pdf} from '../src/press/pdf/pdf.js'
import {Text, type Value} from '../src/press/pdf/values.js'
import {writePdf} from '../src/press/pdf/write-pdf.js'

const contents: Readonly<Record<string, Uint8Array>> = {
  nothing: new Uint8Array(),
  'one sign': Buffer.from('q'),
  'a page': Buffer.from(
    Array.from(
      {length: 3000},
      (_, index) => `${(index * 7919) % 611}.${index % 83} 0 Td <00${index % 97}> Tj\n`
    ).join('')
  ),
  'one sign for ever': Buffer.alloc(70_000, '0'),
  'what hardly repeats itself': Uint8Array.from(
    {length: 70_000},
    (_, index) => Math.imul(index, index) >>> 7
  ),
  'rare signs': Uint8Array.from({length: 300_000}, (_, index) => Math.clz32(Math.imul(index, 0x9e3779b1)))
}

describe('a compressed stream', () => {
  for (const [name, bytes] of Object.entries(contents))
    for (const level of [0, 1, 6, 9])
      it(`is read and written again: ${name}, level ${level}`, () => {
        const packed = deflateSync(bytes, {level})
        const read = inflate(packed)
        const written = deflate(read.bytes, read.copies)
        expect(Buffer.compare(read.bytes, bytes)).toBe(0)
        expect(Buffer.compare(inflateSync(written), bytes)).toBe(0)
        if (level > 0) expect(written.length).toBeLessThan(packed.length * 1.02 + 16)
      })

  for (const step of [3, 40, 700])
    it(`is edited every ${step} bytes or so`, () => {
      const bytes = contents['a page'] as Uint8Array
      const edits = editsOf(bytes.length, step)
      const {copies} = inflate(deflateSync(bytes))
      const marked = edited(bytes, edits)
      let expected = ''
      let at = 0
      for (const {from, to, text} of edits) {
        expected += Buffer.from(bytes.subarray(at, from)).toString('latin1') + text
        at = to
      }
      expected += Buffer.from(bytes.subarray(at)).toString('latin1')
      expect(Buffer.from(marked).toString('latin1')).toBe(expected)
      expect(inflateSync(deflate(marked, editedCopies(copies, edits))).toString('latin1')).toBe(expected)
    })

  it('says where it is broken', () => {
    const packed = deflateSync(contents['a page'] as Uint8Array)
    for (const length of [0, 2, 3, packed.length / 2])
      expect(() => inflate(packed.subarray(0, length))).toThrow(/^Unexpected/)
    expect(() => inflate(Buffer.from([0x78, 0x9c, 7, 0, 0, 0]))).toThrow(/^Unexpected/)
  })
})

describe('a PDF', () => {
  it('is read as it may be written', () => {
    const values: readonly (readonly [string, unknown])[] = [
      ['-.5', -0.5],
      ['[1 2 0 R 3]', [1, {number: 2}, 3]],
      ['[10 0 Rex]', undefined],
      ['/A#20B', 'A#20B'],
      [
        '<</a/b/c(d)/e<</f true>>>>',
        new Map<string, unknown>([
          ['a', 'b'],
          ['c', new Text('d')],
          ['e', new Map([['f', true]])]
        ])
      ],
      ['(a\\(b\\051 (c) \\\n\\n\\101)', new Text('a(b) (c) \nA')],
      ['<FEFF 00e9 4>', new Text('\xFE\xFF\x00\xE9\x40')],
      ['% a comment\n null', null]
    ]
    for (const [source, expected] of values) {
      const read = () => new Parser(source, 0, {refs: [], names: new Map()}).value()
      if (expected === undefined) expect(read).toThrow(/^Unexpected/)
      else expect(read()).toEqual(expected)
    }
  })

  it('says any text', () => {
    for (const text of ['', 'plain', 'é (à) \\ «»', '≥ 2 – “𝐱”', 'þÿ', '\r\n'])
      expect(String(Text.of(text))).toBe(text)
  })

  it('is written so that others read it, without what nothing leads to', async () => {
    const bytes = file([
      '<</Pages 2 0 R/Names 9 0 R/Big 12345678901/Small 0.0000001>>',
      '<</Kids[3 0 R]/MediaBox[0 10 20 110]>>',
      '<</Type/Page>>',
      '(lost)'
    ])
    const pdf = new Pdf(bytes)
    pdf.catalog.set(
      'Added',
      pdf.add(
        new Map<string, Value>([
          ['Says', Text.of('(é) ≥ \\')],
          ['Is', [null, true, -1.5, 'N']]
        ])
      )
    )
    const written = writePdf(pdf)
    const read = await PDF.load(written)
    const added = read.context.resolve(read.context.catalog.getDict().getRef('Added') as never)
    expect(added instanceof PdfDict && (added.get('Says') as PdfString).asString()).toBe('(é) ≥ \\')
    expect(Buffer.from(written).toString('latin1')).toContain('/Is[null true -1.5/N]')
    expect(Buffer.from(written).toString('latin1')).not.toMatch(/lost|\de-/)
    expect(pdf.pages().map(({height}) => height)).toEqual([100])
    expect(Buffer.compare(writePdf(new Pdf(written)), written)).toBe(0)
  })

  it('tells where its names lead', () => {
    const bytes = file([
      '<</Pages 2 0 R/Dests 4 0 R>>',
      '<</Kids[3 0 R]>>',
      '<</Type/Page/MediaBox[0 0 100 300]>>',
      '<</r#C3#A9sum#C3#A9[3 0 R/XYZ 0 250 0]/nowhere[9 0 R/XYZ 0 1 0]>>'
    ])
    expect([...landingOf(bytes).spots]).toEqual([['résumé', {page: 1, top: 50}]])
  })

  it('is refused where it is none, or another kind', () => {
    const whole = Buffer.from(file(['<</Pages 2 0 R>>', '<</Kids[]>>'])).toString('latin1')
    for (const broken of [
      '',
      whole.slice(0, -20),
      whole.replace('trailer', 'traitor'),
      whole.replace('1 0 obj', '7 0 obj')
    ])
      expect(() => new Pdf(Buffer.from(broken, 'latin1')).pages()).toThrow(/^Unexpected/)
  })
})

function editsOf(length: number, step: number): Edit[] {
  const edits: Edit[] = []
  for (let at = 0, turn = 1; at < length; turn++) {
    const from = Math.min(length, at + ((turn * 31) % step))
    const to = Math.min(length, from + ((turn * 17) % 5 < 2 ? 0 : (turn * 13) % 23))
    edits.push({from, to, text: ['/Artifact BMC\n', '\nEMC', '', 'é'][turn % 4] ?? ''})
    at = to + 1
  }
  return edits
}

/** A PDF of these objects, as Chromium lays them out; the first is the catalog. */
function file(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${text}${table}trailer\n<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`,
    'latin1'
  )
}

/** The characters that a TrueType or OpenType font has glyphs for, by its `cmap`. */
export function coverage(font: Uint8Array): Set<string> {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = tableOf(data, 'cmap')
  const points = table === undefined ? [] : pointsOf(data, table)
  return new Set(points.map((point) => String.fromCodePoint(point)))
}

function tableOf(data: DataView, tag: string): number | undefined {
  for (let index = 0; index < data.getUint16(4); index++) {
    const record = 12 + 16 * index
    const name = String.fromCharCode(...[0, 1, 2, 3].map((each) => data.getUint8(record + each)))
    if (name === tag) return data.getUint32(record + 8)
  }
  return undefined
}

/** Encodings that tell of Unicode, the fullest first: platform and encoding. */
const encodings = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0']

function pointsOf(data: DataView, table: number): number[] {
  const offsets = new Map<string, number>()
  for (let index = 0; index < data.getUint16(table + 2); index++) {
    const record = table + 4 + 8 * index
    offsets.set(`${data.getUint16(record)}.${data.getUint16(record + 2)}`, table + data.getUint32(record + 4))
  }
  const best = encodings.map((each) => offsets.get(each)).find((offset) => offset !== undefined)
  if (best === undefined) return []
  return data.getUint16(best) === 12
    ? groups(data, best)
    : data.getUint16(best) === 4
      ? segments(data, best)
      : []
}

/** Format 12: runs of characters whose glyphs follow one another. */
function groups(data: DataView, start: number): number[] {
  const points: number[] = []
  for (let index = 0; index < data.getUint32(start + 12); index++) {
    const record = start + 16 + 12 * index
    const [first, last, glyph] = [0, 4, 8].map((each) => data.getUint32(record + each)) as [
      number,
      number,
      number
    ]
    for (let point = first; point <= last; point++) if (glyph + point - first !== 0) points.push(point)
  }
  return points
}

/** Format 4: segments of the basic plane, each with an offset to its glyphs or a list of them. */
function segments(data: DataView, start: number): number[] {
  const points: number[] = []
  const size = data.getUint16(start + 6)
  for (let at = 0; at < size; at += 2) {
    const last = data.getUint16(start + 14 + at)
    const first = data.getUint16(start + 16 + size + at)
    const delta = data.getUint16(start + 16 + 2 * size + at)
    const place = start + 16 + 3 * size + at
    const list = data.getUint16(place)
    for (let point = first; point <= last && point !== 0xffff; point++) {
      const glyph = list === 0 ? point : data.getUint16(place + list + 2 * (point - first))
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) points.push(point)
    }
  }
  return points
}

/**
 * The operators of a content stream that have one of these names (of three letters at most), in order. Three numbers
 * each: which name; where its first operand begins, or its own first byte; where it ends, behind the picture’s data for
 * an inline image, whose name is `BI`. Of the rest only where it ends matters.
 */
export function operatorsOf(bytes: Uint8Array, names: readonly string[]): Int32Array {
  let found = new Int32Array(1024)
  let count = 0
  const known = new Map(names.map((name, index) => [codeOf(Buffer.from(name), 0, name.length), index]))
  const picture = names.indexOf('BI')
  let at = 0
  let from = -1
  let image = -1
  while (at < bytes.length) {
    const start = at
    const kind = kinds[bytes[at++] as number]
    if (kind === space) continue
    if (kind === comment) {
      at = endOfLine(bytes, start)
      continue
    }
    if (kind === word) {
      while (at < bytes.length && (kinds[bytes[at] as number] as number) <= number) at++
      const code = at - start > 3 ? 0 : codeOf(bytes, start, at)
      const name = known.get(code)
      if (code === beginsData && image >= 0) {
        at = endOfImage(bytes, at)
        if (picture >= 0) add(picture, image, at)
        image = -1
      } else if (code === beginsImage) image = start
      else if (name !== undefined) add(name, from < 0 ? start : from, at)
      // `true`, `false` and `null` stand among operands, but before no operator that has a place to keep.
      from = -1
      continue
    }
    if (kind === text) at = endOfString(bytes, start)
    else if (kind === angle) {
      // Two of them begin or end a dictionary.
      if (bytes[at] === bytes[start]) at++
      else if (bytes[start] === 0x3c) at = endOfHex(bytes, start)
    } else if (kind !== bracket)
      while (at < bytes.length && (kinds[bytes[at] as number] as number) <= number) at++
    if (from < 0) from = start
  }
  return found.subarray(0, count)

  function add(name: number, from: number, end: number): void {
    if (count + 3 > found.length) {
      const more = new Int32Array(found.length * 2)
      more.set(found)
      found = more
    }
    found[count] = name
    found[count + 1] = from
    found[count + 2] = end
    count += 3
  }
}

// Signs by what a token that begins with them is; words and numbers, and the rest of names, hold no others.
const [word, number, space, comment, text, angle, bracket, slash] = [0, 1, 2, 3, 4, 5, 6, 7]
const kinds = Uint8Array.from({length: 256}, (_, sign) => kindOf(String.fromCharCode(sign)))

function kindOf(sign: string): number {
  if (/[A-Za-z'"]/.test(sign)) return word
  if ('\0\t\n\f\r '.includes(sign)) return space
  if ('[]{})'.includes(sign)) return bracket
  return {'%': comment, '(': text, '<': angle, '>': angle, '/': slash}[sign] ?? number
}

/** A short word as a number. */
function codeOf(bytes: Uint8Array, start: number, end: number): number {
  let code = 0
  for (let at = start; at < end; at++) code = code * 256 + (bytes[at] as number)
  return code
}

const beginsImage = codeOf(Buffer.from('BI'), 0, 2)
const beginsData = codeOf(Buffer.from('ID'), 0, 2)

function isSpace(sign: number | undefined): boolean {
  return sign === undefined || kinds[sign] === space
}

function endOfLine(bytes: Uint8Array, at: number): number {
  let end = at
  while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++
  return end
}

function endOfString(bytes: Uint8Array, at: number): number {
  let depth = 0
  for (let end = at; end < bytes.length; end++) {
    const sign = bytes[end]
    if (sign === 0x5c) end++
    else if (sign === 0x28) depth++
    else if (sign === 0x29 && --depth === 0) return end + 1
  }
  return bytes.length
}

function endOfHex(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(0x3e, at)
  return end < 0 ? bytes.length : end + 1
}

/** The data of an inline image ends at an `EI` that stands alone. */
function endOfImage(bytes: Uint8Array, at: number): number {
  for (let end = at + 1; end + 1 < bytes.length; end++) {
    if (bytes[end] !== 0x45 || bytes[end + 1] !== 0x49) continue
    if (isSpace(bytes[end - 1]) && isSpace(bytes[end + 2])) return end + 2
  }
  return bytes.length
}

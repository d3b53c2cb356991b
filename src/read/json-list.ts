/** The values of a sound JSON list, each with where it begins; undefined where a text is no such list. */
export function listIn(text: string): {value: unknown; offset: number}[] | undefined {
  // Read in other ways by other readers.
  if (text.includes('__proto__')) return undefined
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(values)) return undefined
  const starts = startsIn(text)
  if (starts.length !== values.length) return undefined
  return values.map((value, index) => ({value, offset: starts[index] ?? 0}))
}

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c]
const [opensList, closesList, opensObject, closesObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Where the values of a sound list begin. */
function startsIn(text: string): number[] {
  const starts: number[] = []
  let depth = 0
  let isNext = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 0x20) continue
    if (isNext && depth === 1 && code !== closesList) {
      starts.push(at)
      isNext = false
    }
    if (code === quote) at = endOfString(text, at)
    else if (code === opensList || code === opensObject) {
      depth++
      if (depth === 1) isNext = true
    } else if (code === closesList || code === closesObject) depth--
    else if (code === comma && depth === 1) isNext = true
  }
  return starts
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    if (end < 0) return text.length
    let before = end
    while (text.charCodeAt(before - 1) === backslash) before--
    if ((end - before) % 2 === 0) return end
  }
}

const wide = /[mwMW@%&—…]/
const narrow = /[ijlftrI.,:;()[\]|!'’ ·/-]/

/** The width that a text set in our sans takes at most, in the unit of its size. The fonts are not measured here. */
export function textWidth(text: string, size: number, weight = 400): number {
  let ems = 0
  for (const character of text) ems += widthOf(character)
  return ems * size * (weight > 400 ? 1.06 : 1)
}

/** As much of a text as a width holds, with `…` for the rest. */
export function cut(text: string, room: number, size: number, weight = 400): string {
  const whole = text.slice(0, mostRead).replace(/\s+/g, ' ').trim()
  if (text.length <= mostRead && textWidth(whole, size, weight) <= room) return whole
  let kept = ''
  for (const {segment} of graphemes.segment(whole)) {
    if (textWidth(`${kept}${segment}…`, size, weight) > room) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** A text in lines of a width, parted at spaces; a line that is still too long is cut. */
export function wrap(text: string, room: number, size: number, weight = 400): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ')
    if (lines.length > 0 && textWidth(longer, size, weight) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line) => cut(line, room, size, weight))
}

/** No figure has room for more; what a hostile record says at length is not read to its end. */
const mostRead = 200
const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

function widthOf(character: string): number {
  if (wide.test(character)) return 0.88
  if (narrow.test(character)) return 0.36
  if (/[0-9]/.test(character)) return 0.52
  if (/[a-z]/.test(character)) return 0.57
  if (/[A-Z]/.test(character)) return 0.68
  // Letters with accents are as wide as those without; of any other script the widest is expected.
  return /[\u00a0-\u024f]/.test(character) ? 0.75 : 1.1
}

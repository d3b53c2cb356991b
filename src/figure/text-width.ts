/** How wide the characters from the space to `~` are in our sans, in hundredths of its size. */
const widths = [
  20, 29, 43, 50, 50, 83, 61, 25, 31, 31, 42, 50, 25, 32, 25, 35, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 25,
  25, 50, 50, 50, 43, 85, 55, 59, 58, 62, 53, 50, 62, 66, 27, 48, 58, 49, 73, 65, 67, 57, 67, 57, 54, 54, 65,
  52, 79, 52, 48, 54, 31, 35, 31, 50, 50, 55, 51, 56, 46, 56, 50, 30, 51, 55, 25, 25, 50, 26, 83, 55, 55, 56,
  56, 35, 42, 34, 55, 47, 72, 45, 47, 43, 31, 25, 31, 50
]

/** The width that a text set in our sans takes, and hardly ever more, in the unit of its size. */
export function textWidth(text: string, size: number, weight = 400): number {
  let ems = 0
  for (const character of text) ems += widthOf(character)
  return ems * size * (weight > 400 ? 1.07 : 1)
}

/** As much of a text as a width holds, with `…` for the rest. */
export function cut(text: string, room: number, size: number, weight = 400): string {
  const whole = text.slice(0, mostRead).replace(/\s+/g, ' ').trim()
  if (text.length <= mostRead && textWidth(whole, size, weight) <= room) return whole
  let kept = ''
  graphemes ??= new Intl.Segmenter('en', {granularity: 'grapheme'})
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
/** Made when a text is cut: making it takes longer than all else in most figures. */
let graphemes: Intl.Segmenter | undefined

function widthOf(character: string): number {
  // A letter with an accent is as wide as without, a space at which no line breaks like every other; what is not Latin is taken to be as wide as the widest.
  const code = character === '\u00A0' ? 32 : character.normalize('NFD').charCodeAt(0)
  return (widths[code - 32] ?? (code < 0x2027 ? 96 : 110)) / 100
}

import {palette, width} from './palette.js'
import {type Piece, text} from './panel.js'
import {cut, textWidth} from './text-width.js'

/** A mark and what it stands for. */
export interface Key {
  readonly label: string
  /** How wide the mark is. */
  readonly mark: number
  draw(x: number, y: number): readonly Piece[]
}

const size = 9
const lineHeight = 13.5
const gap = 4
const between = 15

/** Explains marks in lines of a panel’s width, each group from a line of its own. */
export function legend(groups: readonly (readonly Key[])[]): {
  height: number
  at(top: number): Piece[]
} {
  const lines = groups.flatMap(toLines)
  return {
    height: lines.length * lineHeight,
    at: (top) =>
      lines.flatMap((line, index) => {
        const y = top + (index + 0.5) * lineHeight
        let x = 0
        return line.flatMap((key) => {
          const left = x
          const from = key.mark > 0 ? left + key.mark + gap : left
          x = from + textWidth(key.label, size) + between
          const label = cut(key.label, width - from, size)
          return [...key.draw(left, y), text(from, y, label, {size, fill: palette.quiet})]
        })
      })
  }
}

function toLines(keys: readonly Key[]): Key[][] {
  const lines: Key[][] = []
  let used = 0
  for (const key of keys) {
    const needed = key.mark + gap + textWidth(key.label, size) + between
    const line = lines.at(-1)
    if (line && used + needed - between <= width) {
      line.push(key)
      used += needed
    } else {
      lines.push([key])
      used = needed
    }
  }
  return lines
}

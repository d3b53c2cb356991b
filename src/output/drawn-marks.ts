import type {DrawnElement, DrawnNode} from '../model/drawn-deck.js'
import type {Mark} from './shape.js'

const numberings: Readonly<Record<string, string>> = {
  decimal: 'arabicPeriod',
  'lower-alpha': 'alphaLcPeriod',
  'lower-latin': 'alphaLcPeriod',
  'upper-alpha': 'alphaUcPeriod',
  'upper-latin': 'alphaUcPeriod',
  'lower-roman': 'romanLcPeriod',
  'upper-roman': 'romanUcPeriod'
}
const signs: Readonly<Record<string, string>> = {disc: '•', circle: '◦', square: '▪'}

/** The marks of a list’s items. PowerPoint counts by itself as long as no words without a number come between. */
export function marksOf(list: DrawnElement): Map<DrawnNode, Mark> {
  const marks = new Map<DrawnNode, Mark>()
  let number = Number(list.attributes.start ?? 1) - 1
  let start: number | undefined
  for (const item of list.children) {
    if (item.kind !== 'element') continue
    const {listStyle, markColour, colour} = item.look
    const style = numberings[listStyle]
    const sign = signs[listStyle] ?? /^"\s*(\S+)\s*"$/.exec(listStyle)?.[1]
    if (style) {
      number = item.attributes.value ? Number(item.attributes.value) : number + 1
      if (item.attributes.value) start = undefined
      start ??= number
      marks.set(item, {kind: 'number', style, start, number, colour: markColour || colour})
    } else if (sign) marks.set(item, {kind: 'sign', sign, colour: markColour || colour})
    else if (!opensWithList(item)) start = undefined
  }
  return marks
}

function opensWithList({children}: DrawnElement): boolean {
  const first = children.find((child) => child.kind === 'element' || child.value.trim() !== '')
  return first?.kind === 'element' && (first.name === 'ul' || first.name === 'ol')
}

import type {DrawnElement, DrawnNode} from '../model/drawn-deck.js'

interface FormulaRun {
  readonly text: string
  readonly isItalic: boolean
  readonly shift: 'none' | 'super' | 'sub'
}

const between = /^[=<>≤≥≈+−±×⋅·→∈∼≠∝]$/u
const unseen = ['annotation', 'annotation-xml', 'mspace', 'mphantom']

/** A formula in a line of text as such a line can say it: letters, signs, what is raised and lowered; `(a + b)/c`. */
export function formulaRuns(math: DrawnElement, shift: FormulaRun['shift'] = 'none'): FormulaRun[] {
  const parts = partsOf(math)
  const [first, second, third] = parts
  const inner = (part: DrawnElement | undefined) => (part ? formulaRuns(part, shift) : [])
  const plain = (text: string): FormulaRun => ({text, isItalic: false, shift})
  const wrapped = (part: DrawnElement | undefined) => {
    const runs = inner(part)
    return runs.length > 1 ? [plain('('), ...runs, plain(')')] : runs
  }
  if (unseen.includes(math.name)) return []
  if (parts.length === 0) return leaf(math, shift)
  switch (math.name) {
    case 'mfrac':
      return [...wrapped(first), plain('/'), ...wrapped(second)]
    case 'msqrt':
      return [plain('√('), ...parts.flatMap(inner), plain(')')]
    case 'mroot':
      return [...(second ? formulaRuns(second, 'super') : []), plain('√('), ...inner(first), plain(')')]
    case 'msub':
    case 'munder':
      return [...inner(first), ...(second ? formulaRuns(second, 'sub') : [])]
    case 'msup':
    case 'mover':
      return [...inner(first), ...(second ? formulaRuns(second, 'super') : [])]
    case 'msubsup':
    case 'munderover':
      return [
        ...inner(first),
        ...(second ? formulaRuns(second, 'sub') : []),
        ...(third ? formulaRuns(third, 'super') : [])
      ]
    case 'mtr':
      return [...parts.flatMap((part) => [...inner(part), plain(' ')]), plain('; ')]
    default:
      return withSpaces(parts, inner)
  }
}

function leaf(math: DrawnElement, shift: FormulaRun['shift']): FormulaRun[] {
  const text = math.children.map((child) => (child.kind === 'text' ? child.value : '')).join('')
  const isLetter = math.name === 'mi' && [...text].length === 1 && math.attributes.mathvariant !== 'normal'
  return text.trim() === '' ? [] : [{text: text.trim(), isItalic: isLetter, shift}]
}

function withSpaces(
  parts: readonly DrawnElement[],
  inner: (part: DrawnElement) => FormulaRun[]
): FormulaRun[] {
  return parts.flatMap((part, index) => {
    const runs = inner(part)
    const [only] = runs
    const isBetween = part.name === 'mo' && 0 < index && index < parts.length - 1
    return isBetween && only && between.test(only.text) ? [{...only, text: ` ${only.text} `}] : runs
  })
}

function partsOf({children}: DrawnElement): DrawnElement[] {
  return children.filter((child: DrawnNode): child is DrawnElement => child.kind === 'element')
}

import type {DrawnElement, DrawnNode, Look} from '../model/drawn-deck.js'
import {formulaRuns} from './drawn-formula.js'
import type {Run} from './shape.js'

/** What runs have from the elements around theirs. */
export interface Around {
  readonly language: string
  readonly decoration: string
  readonly shift: Run['shift']
  /** The size of what is raised or lowered is that of the text around it. */
  readonly size?: number
  readonly href?: string
}

/** What is around an element’s children. */
export function within({attributes, look, name}: DrawnElement, around: Around): Around {
  const isShifted = /^(?:super|sub)$/.test(look.verticalAlign)
  const {lang, href} = attributes
  return {
    ...around,
    ...(lang ? {language: lang} : {}),
    ...(name === 'a' && href ? {href} : {}),
    ...(isShifted
      ? {shift: look.verticalAlign as 'super' | 'sub', size: around.size ?? look.size / 0.83}
      : {}),
    decoration: look.decoration === 'none' ? around.decoration : `${around.decoration} ${look.decoration}`
  }
}

/** Whether a node stands in a line of text. */
export function isInline(node: DrawnNode): boolean {
  if (node.kind === 'text') return true
  const {display, isPlaced} = node.look
  return (
    !isPlaced &&
    (display.startsWith('inline') ||
      display === 'math' ||
      display === 'contents' ||
      display.startsWith('ruby'))
  )
}

/** The runs of what stands in lines, with white space as a browser shows it. */
export function runsOf(nodes: readonly DrawnNode[], container: DrawnElement, around: Around): Run[] {
  const runs: Run[] = []
  let breaks = false
  const put = (text: string, look: Look, place: Around, kept = false) => {
    const last = runs.at(-1)
    const opens = breaks || !last || (/ $/.test(last.text) && !kept)
    const shown = opens ? text.replace(/^ +/, '') : text
    if (shown === '') return
    if (breaks && last) runs[runs.length - 1] = {...last, text: last.text.replace(/ +$/, '')}
    runs.push({...toRun(shown, look, place), ...(breaks ? {breaks: true as const} : {})})
    breaks = false
  }
  const breakLine = () => {
    breaks ||= runs.length > 0
  }
  const walk = (node: DrawnNode, {look}: DrawnElement, place: Around) => {
    if (node.kind === 'text') {
      const text = look.isUpper ? node.value.toUpperCase() : node.value
      if (!look.whiteSpace.startsWith('pre')) return put(text.replace(/[ \t\n\r\f]+/g, ' '), look, place)
      for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
        if (index > 0) breakLine()
        const indented = line
          .replace(/\t/g, '    ')
          .replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length))
        put(indented || '\u00a0', look, place, true)
      }
      return
    }
    if (node.look.isHidden) return
    const inner = within(node, place)
    if (node.name === 'br') return breakLine()
    if (node.name === 'math') {
      for (const {text, ...run} of formulaRuns(node))
        put(
          text,
          {...node.look, isItalic: run.isItalic},
          run.shift === 'none' ? inner : {...inner, shift: run.shift}
        )
      return
    }
    // Pictures stand where they are, beside the text.
    if (node.name === 'img' || node.name === 'svg') return
    const isBlock = !isInline(node)
    if (isBlock) breakLine()
    put(statusSign(node) || node.look.before, node.look, inner)
    for (const child of node.children) walk(child, node, inner)
    put(node.look.after, node.look, inner)
    if (isBlock) breakLine()
  }
  put(statusSign(container), container.look, around)
  for (const node of nodes) walk(node, container, around)
  const last = runs.at(-1)
  if (last) runs[runs.length - 1] = {...last, text: last.text.replace(/ +$/, '')}
  return joined(runs.filter(({text, breaks}) => text !== '' || breaks))
}

function toRun(text: string, look: Look, {language, decoration, shift, size, href}: Around): Run {
  return {
    text,
    size: (shift !== 'none' && size) || look.size,
    colour: look.colour,
    family: look.family,
    bold: look.weight >= 600,
    italic: look.isItalic,
    struck: decoration.includes('line-through'),
    underlined: decoration.includes('underline'),
    shift,
    spacing: look.letterSpacing,
    language,
    ...(href ? {href} : {})
  }
}

/** Runs that look the same are one. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const last = all.at(-1)
    const {text: _, breaks: __, ...look} = run
    const {text: before = '', breaks: ___, ...same} = last ?? {}
    if (last && !run.breaks && JSON.stringify(look) === JSON.stringify(same))
      all[all.length - 1] = {...last, text: before + run.text}
    else all.push(run)
  }
  return all
}

const statusSigns: Readonly<Record<string, string>> = {
  done: '■\u00a0',
  running: '◧\u00a0',
  stopped: '▣\u00a0',
  unclear: '◌\u00a0'
}

/** The square that style sheets draw before a trial’s status, as a sign. */
function statusSign({name, classes}: DrawnElement): string {
  if (name !== 'td' || !classes.includes('status')) return ''
  return statusSigns[classes.find((each) => statusSigns[each]) ?? ''] ?? '□\u00a0'
}

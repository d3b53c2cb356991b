import type {Root as HtmlRoot} from 'hast'
import {h} from 'hastscript'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {wordsFor} from '../words/index.js'
import type {Made} from './made.js'
import {sayMath} from './say-math.js'
import {toMath} from './to-math.js'

/** A paragraph that holds a displayed formula and nothing else is set as one. */
export function markFormulas(tree: HtmlRoot): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'p' || node.properties.className) return
    const [only, ...others] = node.children.filter(
      (child) => child.type !== 'text' || child.value.trim() !== ''
    )
    if (only?.type === 'element' && only.properties.display === 'block' && others.length === 0)
      node.properties.className = ['formula']
  })
}

/**
 * Formulas as MathML that says itself in words. One that cannot be read is an error, and prints as it was written.
 */
export function remarkMath(file: VFile, made: Made, language: string): (tree: Root) => void {
  const words = wordsFor(language)
  const known = new Map<string, ReturnType<typeof toMath>>()
  return (tree) => {
    visit(tree, (node) => {
      if (node.type !== 'math' && node.type !== 'inlineMath') return
      const written = String(file).slice(node.position?.start.offset, node.position?.end.offset)
      const isOpen = node.display && (written.length < 4 || !written.trimEnd().endsWith('$$'))
      const math = isOpen ? 'an end `$$`' : node.value === '' ? 'LaTeX' : formula(node.value, node.display)
      if (typeof math === 'string') {
        file.message(`Unexpected formula, expected ${math}`, {
          place: node.position,
          source: 'transform',
          ruleId: 'malformed-math'
        }).fatal = true
      }
      const shown = typeof math === 'string' ? h('code', written) : math
      const isBlock = node.type === 'math'
      const key = made.add(() => [isBlock ? h('p', {className: ['formula']}, [shown]) : shown])
      node.data = {
        hName: 'lectern-directive',
        hProperties: {name: 'math', key},
        hChildren: [{type: 'text', value: node.value}]
      }
    })
  }

  /** A formula that says itself; the same one is read once. */
  function formula(latex: string, display: boolean): ReturnType<typeof toMath> {
    const name = `${display} ${latex}`
    const held = known.get(name) ?? toMath(latex, display)
    if (typeof held !== 'string' && !known.has(name)) {
      held.properties.alttext = sayMath(held, words) ?? latex
      if (display) held.properties.display = 'block'
    }
    known.set(name, held)
    return typeof held === 'string' ? held : structuredClone(held)
  }
}

import type {LeafDirective} from 'mdast-util-directive'
import type {VFile} from 'vfile'
import {FigureName} from '../model/drawing.js'

/** Which figure a place is for, and of which trials. */
export interface FigurePlace {
  readonly figure: FigureName
  readonly trials: 'all' | 'review'
}

/**
 * `::figure{pipeline}` or `::figure{pipeline trials=review}` as the name of its place, `figure pipeline review`.
 * Undefined, and said on the file, where there is no such figure or it has its place already.
 */
export function readFigure(
  node: LeafDirective,
  file: VFile,
  isFirst: (name: string) => boolean
): string | undefined {
  const {trials, ...others} = node.attributes ?? {}
  const [name = '', ...more] = Object.keys(others)
  const figure = FigureName.safeParse(name)
  const names = FigureName.options.map((each) => `\`::figure{${each}}\``).join(' or ')
  const complain = (what: string, expected: string, ruleId: string) => {
    file.message(`Unexpected ${what}, expected ${expected}`, {
      place: node.position,
      source: 'transform',
      ruleId
    }).fatal = true
  }
  if (!figure.success) complain(`figure \`${name}\``, names, 'unknown-figure')
  else if (more.length > 0 || others[name] || node.children.length > 0)
    complain(
      `label or attributes of \`::figure{${name}}\``,
      `nothing beside it but \`trials=review\``,
      'unknown-figure'
    )
  else if (trials !== undefined && trials !== null && trials !== 'review')
    complain(`trials \`${trials}\` of \`::figure{${name}}\``, '`trials=review` or none', 'unknown-figure')
  else if (!isFirst(`::figure{${name}}`))
    complain(`second \`::figure{${name}}\``, 'each figure once', 'unknown-directive')
  else return `figure ${name} ${trials === 'review' ? 'review' : 'all'}`
  return undefined
}

/** The figure that a place of some name is for. */
export function figurePlace(name: unknown): FigurePlace | undefined {
  const [kind, figure, trials] = String(name).split(' ')
  const known = FigureName.safeParse(figure)
  if (kind !== 'figure' || !known.success) return undefined
  return {figure: known.data, trials: trials === 'review' ? 'review' : 'all'}
}

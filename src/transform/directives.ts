import type {BlockContent, DefinitionContent, Paragraph, Parents, Root, Text} from 'mdast'
import type {ContainerDirective, Directives, LeafDirective} from 'mdast-util-directive'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {readFigure} from './figure-directive.js'
import {type Known, prefixed, textDirectives} from './known-directives.js'
import type {Made} from './made.js'
import {directivesFor} from './talk-directives.js'

/** A directive that is read from a file, and where it stands. */
export interface Reading {
  readonly node: LeafDirective
  readonly parent: Parents
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * Knows the directives of a tree: those in a line and round blocks get what is made of them once the tree is safe,
 * `::trials`, `::references` and `::figure` become places, and what is read from files is given back. A directive that is not
 * known is an error, and prints as it was written: no text of the author’s is lost.
 */
export function remarkDirectives(file: VFile, made: Made): (tree: Root) => Reading[] {
  const {containers, leaves} = directivesFor(file)
  const kinds = {
    textDirective: {all: textDirectives, marker: ':'},
    containerDirective: {all: containers, marker: ':::'},
    leafDirective: {all: leaves, marker: '::'}
  } as const
  return (tree) => {
    const readings: Reading[] = []
    visit(tree, (node, index, parent) => {
      if (!isDirective(node) || !parent || index === undefined) return
      if (node.type === 'leafDirective' && node.name === 'figure') {
        const figure = readFigure(node, file, (name) => made.isFirst(name))
        if (figure) node.data = {hName: 'lectern-directive', hProperties: {name: figure}}
        else parent.children.splice(index, 1, asWritten(node, String(file)) as Paragraph)
        return
      }
      const found = check(node)
      if (found && node.type === 'leafDirective' && !found.known.make) {
        if (node.name === 'trials' || node.name === 'references')
          node.data = {hName: 'lectern-directive', hProperties: {name: node.name}}
        else readings.push({node, parent, attributes: found.attributes})
      } else if (found?.known.make) {
        const {known, attributes} = found
        const isInline = node.type === 'textDirective'
        const key = made.add(
          ({label, children}) =>
            known.make?.({label: isInline ? children : label, children, attributes}) ?? []
        )
        node.data = {hName: 'lectern-directive', hProperties: {name: node.name, key}}
        nameLabel(node)
        sayOpen(node)
      } else {
        const written = node.type === 'containerDirective' ? opened(node) : [asWritten(node, String(file))]
        parent.children.splice(index, 1, ...(written as typeof parent.children))
        return [SKIP, index + (node.type === 'containerDirective' ? 1 : written.length)]
      }
    })
    return readings
  }

  function check(node: Directives): {known: Partial<Known>; attributes: Record<string, string>} | undefined {
    const {all, marker} = kinds[node.type]
    const known = Object.hasOwn(all, node.name) ? all[node.name] : undefined
    const name = `\`${marker}${node.name}\``
    if (!known) {
      const expected = Object.keys(all).map((each) => `\`${marker}${each}\``)
      complain(node, `Unexpected directive ${name}, expected ${listed(expected)}`)
      return undefined
    }
    const attributes = attributesOf(node)
    const own = {...known.attributes}
    const unknown = Object.keys(attributes).filter((key) => !Object.hasOwn(own, key))
    const wrong = Object.keys(attributes).filter(
      (key) => Object.hasOwn(own, key) && !own[key]?.test(attributes[key] ?? '')
    )
    const missing = known.required?.filter((key) => !Object.hasOwn(attributes, key)) ?? []
    const hasLabel = node.type === 'leafDirective' && node.children.length > 0
    const [attribute = missing[0]] = [...unknown, ...wrong]
    if (hasLabel || attribute !== undefined) {
      const what = hasLabel
        ? `label of ${name}`
        : missing.includes(attribute ?? '')
          ? `${name} without \`${attribute}\``
          : `\`${attribute}=${attributes[attribute ?? '']}\` of ${name}`
      complain(node, `Unexpected ${what}, expected \`${known.written}\``)
      // A box with a wrong attribute is a box all the same.
      if (node.type !== 'containerDirective') return undefined
      for (const key of [...unknown, ...wrong]) delete attributes[key]
    }
    if ('once' in known && !made.isFirst(`::${node.name}`)) {
      complain(node, `Unexpected second ${name}, expected it once`)
      return undefined
    }
    if (attributes.id && !('refers' in known)) {
      attributes.id = prefixed(node.name, attributes.id)
      if (!made.isFirst(`#${attributes.id}`)) {
        const message = `Unexpected second \`#${attributes.id}\`, expected another id`
        complain(node, message, 'duplicate-id')
        delete attributes.id
      }
    }
    return {known, attributes}
  }

  function complain(node: Directives, message: string, ruleId = 'unknown-directive'): void {
    file.message(message, {place: node.position, source: 'transform', ruleId}).fatal = true
  }

  function sayOpen(node: Directives): void {
    if (node.type !== 'containerDirective') return
    const written = String(file).slice(node.position?.start.offset, node.position?.end.offset)
    const lines = written.split(/\r\n?|\n/)
    if (lines.length > 1 && /^[\s>]*:{3,}\s*$/.test(lines.at(-1) ?? '')) return
    file.message(`Unexpected \`:::${node.name}\` without its end, expected a line \`:::\` below it`, {
      place: node.position,
      source: 'transform',
      ruleId: 'unclosed-directive'
    })
  }

  /** The line that opened a container, as text, and what the container held. */
  function opened(node: ContainerDirective): (BlockContent | DefinitionContent)[] {
    const position = node.position ? {position: node.position} : {}
    const written = String(file).slice(node.position?.start.offset, node.position?.end.offset)
    const [line = ''] = written.split(/[\r\n]/, 1)
    const first: Paragraph = {
      type: 'paragraph',
      children: [{type: 'text', value: line, ...position}],
      ...position
    }
    return [first, ...node.children.filter((child) => !isLabel(child))]
  }
}

/** A directive as text, as it stands in the file; a paragraph of it where it had lines of its own. */
export function asWritten(node: Directives, source: string): Paragraph | Text {
  const value = source.slice(node.position?.start.offset, node.position?.end.offset)
  const position = node.position ? {position: node.position} : {}
  const text: Text = {type: 'text', value, ...position}
  return node.type === 'textDirective' ? text : {type: 'paragraph', children: [text], ...position}
}

/** `{fr}` of `:lang` is short for `{lang=fr}`. */
function attributesOf(node: Directives): Record<string, string> {
  const given = Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? ''] as const)
  const [only] = given
  if (node.name === 'lang' && given.length === 1 && only && only[0] !== 'lang' && only[1] === '')
    return {lang: only[0]}
  return Object.fromEntries(given)
}

function nameLabel(node: Directives): void {
  if (node.type !== 'containerDirective') return
  for (const child of node.children) if (isLabel(child)) child.data = {...child.data, hName: 'lectern-label'}
}

function isLabel(node: BlockContent | DefinitionContent): boolean {
  return node.type === 'paragraph' && node.data?.directiveLabel === true
}

function isDirective(node: {type: string}): node is Directives {
  return ['textDirective', 'containerDirective', 'leafDirective'].includes(node.type)
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}

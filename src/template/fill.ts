import Handlebars from 'handlebars'
import type {ElementContent, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import type {Fill} from '../model/fill.js'
import {UserError} from '../model/user-error.js'
import type {Words} from '../words/index.js'
import {helpersFor} from './helpers.js'
import {compileOptions} from './options.js'
import {precompiled} from './precompiled.js'
import {templateFault} from './template-fault.js'

/**
 * A `Fill` for a language over templates by name (`page/report`, `table/trials`). A template that names a value
 * it was not given is a mistake of the template’s author, and throws. Nothing the templates print is unescaped.
 */
export function createFill(templates: ReadonlyMap<string, string>, words: Words): Fill {
  const handlebars = Handlebars.create()
  handlebars.registerHelper(helpersFor(words))
  const options = compileOptions(words)
  const compile = (name: string, source: string): Handlebars.TemplateDelegate => {
    const made = precompiled.get(source)
    const filled = made ? handlebars.template(made) : handlebars.compile(source, options)
    return (...given) => {
      try {
        return filled(...given)
      } catch (error) {
        // Of what comes with us, what is amiss is a fault of ours.
        throw made ? error : templateFault(name, error)
      }
    }
  }
  for (const [name, source] of templates)
    if (name.startsWith('part/')) handlebars.registerPartial(name, compile(name, source))
  const compiled = new Map<string, Handlebars.TemplateDelegate>()

  const fill = (name: string, data: object): Root => {
    const source = templates.get(name)
    if (source === undefined)
      throw new Error(`Unexpected template \`${name}\`, expected \`templates/${name}.hbs\``)
    let template = compiled.get(name)
    if (!template) {
      template = compile(name, source)
      compiled.set(name, template)
    }
    const tree = toTree(template(data), name.startsWith('page/'))
    refuseWithoutSlot(name, tree)
    return tree
  }
  return Object.assign(fill, {names: [...templates.keys()]})
}

/** Puts trees where a template says `<slot name="body">`; a slot without content goes away. */
export function fillSlots(tree: Root, contents: Readonly<Record<string, readonly ElementContent[]>>): Root {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'slot' || index === undefined || !parent) return
    const content = contents[String(node.properties.name)] ?? []
    parent.children.splice(index, 1, ...content)
    return index + content.length
  })
  return tree
}

/** The slot of each page without which there is nothing on it. */
const mainSlots: Readonly<Record<string, string>> = {
  'page/report': 'body',
  'page/web': 'body',
  'page/slides': 'slides',
  'page/handout': 'sheets'
}

function refuseWithoutSlot(name: string, tree: Root): void {
  const slot = mainSlots[name]
  if (slot === undefined) return
  let isThere = false
  visit(tree, 'element', ({tagName, properties}) => {
    if (tagName === 'slot' && properties.name === slot) isThere = true
  })
  if (!isThere)
    throw new UserError(
      `Unexpected template \`templates/${name}.hbs\` without \`<slot name="${slot}">\`, expected it where the text is to stand`
    )
}

function toTree(html: string, whole: boolean): Root {
  const tree = fromHtml(html, {fragment: !whole})
  // Positions in the filled template mean nothing to the author; the directive’s do.
  visit(tree, (node) => {
    delete node.position
  })
  return tree
}

import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Document} from '../model/document.js'
import type {Page} from '../model/page.js'

/** The formulas of a review, in order: of its text, of its talk’s where that is another, then of what it concludes. */
export function formulasOf({body, talk, conclusion}: Document): Element[] {
  const formulas: Element[] = []
  const root: Root = {
    type: 'root',
    children: [...body, ...ownOf({body, talk}), ...(conclusion?.content ?? [])]
  }
  visit(root, 'element', (node) => {
    if (node.tagName === 'math') formulas.push(node)
  })
  return formulas
}

/** What the talk has of its own. */
function ownOf({body, talk}: Pick<Document, 'body' | 'talk'>): Document['body'] {
  return talk.body === body ? [] : talk.body
}

/** A page of nothing but formulas, each on a line of its own, to be measured. */
export function toFormulasPage(formulas: readonly Element[], document: Document): Page {
  const head = h('head', [h('meta', {charSet: 'utf-8'}), h('title', document.title)])
  const lines = formulas.map((formula) => h('div', {style: 'width:max-content'}, [structuredClone(formula)]))
  const tree: Root = {
    type: 'root',
    children: [h('html', {lang: document.language}, [head, h('body', lines)])]
  }
  return {tree, sheets: ['tokens', 'text'], style: '', scripts: []}
}

/** The review with each formula’s width in ems, so that style sheets set one that is too wide for its room smaller. */
export function withFormulaWidths(document: Document, ems: readonly number[]): Document {
  let index = 0
  const set = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    const children = node.children.map(set)
    if (node.tagName !== 'math') return {...node, children}
    return {...node, properties: {...node.properties, style: `--ems:${ems[index++] ?? 1}`}}
  }
  const body = document.body.map(set)
  const own = ownOf(document).map(set)
  const talk = {...document.talk, body: document.talk.body === document.body ? body : own}
  const {conclusion} = document
  return {
    ...document,
    body,
    talk,
    conclusion: conclusion && {...conclusion, content: conclusion.content.map(set)}
  }
}

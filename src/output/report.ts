import type {ElementContent, Root} from 'hast'
import type {Document} from '../model/document.js'
import type {Fill} from '../model/fill.js'
import type {Paper} from '../model/matter.js'
import type {Page} from '../model/page.js'
import type {Words} from '../words/index.js'
import {contentsOf} from './contents.js'
import {imprintOf} from './imprint.js'
import {paperStyle} from './paper.js'

/** What an output is made with. */
export interface OutputContext {
  readonly words: Words
  readonly fill: Fill
  /** Puts trees where a template has slots. */
  fillSlots(tree: Root, contents: Readonly<Record<string, readonly ElementContent[]>>): Root
  readonly paper: Paper
}

/** The report on paper: cover with key points, contents with the pages that headings landed on, body. */
export function toReport(
  document: Document,
  pages: ReadonlyMap<string, number>,
  context: OutputContext
): Page {
  return {
    tree: toTree('page/report', document, context, pages),
    sheets: ['tokens', 'text', 'tables', 'print', 'report', 'scripts'],
    style: paperStyle(document, context.paper, context.words, 'cover'),
    scripts: []
  }
}

/** The report for a browser: the same in one file, for any width of window. */
export function toWeb(document: Document, context: OutputContext): Page {
  return {
    tree: toTree('page/web', document, context),
    sheets: ['tokens', 'text', 'tables', 'web', 'scripts'],
    style: '',
    scripts: []
  }
}

function toTree(
  template: string,
  document: Document,
  {words, fill, fillSlots}: OutputContext,
  pages?: ReadonlyMap<string, number>
): Root {
  const contents = contentsOf(document.headings, pages)
  const tree = fill(template, {
    language: document.language,
    title: document.title,
    length: lengthOf(document.title),
    subtitle: document.subtitle,
    authors: document.authors.join(', '),
    kind: words.kind,
    imprint: imprintOf(document, words),
    draft: document.status === 'draft',
    keyPoints: document.keyPoints.length > 0 ? document.keyPoints : undefined,
    abstract: document.abstract,
    keywords: document.keywords.join(', '),
    headings: contents !== undefined
  })
  return fillSlots(tree, {contents: contents ? [contents] : [], body: structuredClone([...document.body])})
}

/** A cover sets a long title smaller, so that the key points stay beside it. */
function lengthOf(title: string): string {
  if (title.length > 180) return 'longest'
  return title.length > 80 ? 'long' : ''
}

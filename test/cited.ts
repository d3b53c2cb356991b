import {toHtml} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {checkDocument} from '../src/app/check-document.js'
import {citerFor} from '../src/app/citation-style.js'
import {findingsOf} from '../src/app/findings.js'
import {formatFinding} from '../src/app/format-finding.js'
import {loadResources, type Resources} from '../src/app/resources.js'
import {folderWorld} from '../src/app/world.js'
import {drawFigure} from '../src/figure/draw-figure.js'
import type {Document} from '../src/model/document.js'
import {readData} from '../src/read/read-data.js'
import {readEvidence} from '../src/read/read-evidence.js'
import {readMatter} from '../src/read/read-matter.js'
import {createFill} from '../src/template/fill.js'
import {toDocument} from '../src/transform/to-document.js'
import {root} from './project.js'

let resources: Promise<Resources> | undefined

export interface CitedText {
  readonly document: Document
  readonly html: string
  /** The body’s text, marks in their places. */
  readonly text: string
  /** Each printed reference, with its number where the style has one. */
  readonly references: readonly string[]
  readonly findings: readonly string[]
}

/** A review read with its citations formatted, from works of its own or the checkout’s. */
export async function cited(
  body: string,
  {
    works,
    style,
    language = 'en',
    files = {}
  }: {
    works?: readonly object[]
    style?: string
    language?: string
    files?: Readonly<Record<string, string>>
  } = {}
): Promise<CitedText> {
  const checkout = folderWorld(root)
  resources ??= loadResources(checkout)
  const {templates} = await resources
  const load = async (name: string) =>
    new VFile({path: name, value: new TextDecoder().decode(await checkout.read(name))})
  const references = works
    ? new VFile({path: 'content/evidence/references.json', value: JSON.stringify(works)})
    : await load('content/evidence/references.json')
  const evidence = readEvidence({trials: await load('content/evidence/trials.json'), references})
  const file = new VFile({path: 'content/r.md', value: body})
  const world = {
    async read(path: string) {
      const content = Object.hasOwn(files, path) ? files[path] : undefined
      return content === undefined ? undefined : new TextEncoder().encode(content)
    },
    list: async () => []
  }
  const document = await toDocument(file, {
    name: 'r',
    matter: {language, ...readMatter(file, {})},
    evidence,
    world,
    readData,
    fillFor: (words) => createFill(templates, words),
    drawFigure,
    cite: await citerFor(style, file, {world, resources: await resources})
  })
  checkDocument(document, file, evidence)
  const tree = {type: 'root' as const, children: [...document.body]}
  const printed: string[] = []
  visit(tree, 'element', (node) => {
    const {className} = node.properties
    if (node.tagName === 'li' && Array.isArray(className) && className.includes('reference'))
      printed.push(textOf(node).replace(/\s+/g, ' '))
  })
  return {
    document,
    html: toHtml(tree),
    text: textOf(tree),
    references: printed,
    findings: findingsOf(file).map(formatFinding)
  }
}

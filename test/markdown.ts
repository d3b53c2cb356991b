import {toHtml} from 'hast-util-to-html'
import {VFile} from 'vfile'
import {checkDocument} from '../src/app/check-document.js'
import {findingsOf} from '../src/app/findings.js'
import {formatFinding} from '../src/app/format-finding.js'
import {loadResources, type Resources} from '../src/app/resources.js'
import {folderWorld} from '../src/app/world.js'
import {drawFigure} from '../src/figure/draw-figure.js'
import type {Document} from '../src/model/document.js'
import type {Evidence} from '../src/model/evidence.js'
import {readData} from '../src/read/read-data.js'
import {readMatter} from '../src/read/read-matter.js'
import {createFill} from '../src/template/fill.js'
import {toDocument} from '../src/transform/to-document.js'
import {root} from './project.js'

let resources: Promise<Resources> | undefined

/** A review read with some files beside it: its body as HTML, and what was said of it. */
export async function read(
  body: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  language = 'en'
): Promise<{document: Document; html: string; findings: string[]}> {
  resources ??= loadResources(folderWorld(root))
  const {templates} = await resources
  const file = new VFile({path: 'content/r.md', value: body})
  const evidence: Evidence = {studies: new Map(), references: []}
  const document = await toDocument(file, {
    name: 'r',
    matter: {language, ...readMatter(file, {})},
    evidence,
    world: {
      async read(path) {
        const content = Object.hasOwn(files, path) ? files[path] : undefined
        return typeof content === 'string' ? new TextEncoder().encode(content) : content
      },
      list: async () => []
    },
    readData,
    fillFor: (words) => createFill(templates, words),
    drawFigure
  })
  checkDocument(document, file, evidence)
  return {
    document,
    findings: findingsOf(file).map(formatFinding),
    html: toHtml({type: 'root', children: [...document.body]})
  }
}

/** The beginning of a PNG of some size. */
export function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(64)
  bytes.write('89504e470d0a1a0a0000000d49484452', 'hex')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {checkDocument} from '../src/app/check-document.js'
import {findingsOf} from '../src/app/findings.js'
import {loadResources, type Resources} from '../src/app/resources.js'
import {folderWorld} from '../src/app/world.js'
import {drawFigure} from '../src/figure/draw-figure.js'
import type {Evidence} from '../src/model/evidence.js'
import type {Finding} from '../src/model/finding.js'
import {readData} from '../src/read/read-data.js'
import {readEvidence} from '../src/read/read-evidence.js'
import {readMatter} from '../src/read/read-matter.js'
import {createFill} from '../src/template/fill.js'
import {toDocument} from '../src/transform/to-document.js'
import {root} from './project.js'

let resources: Promise<Resources> | undefined

/** The evidence that this project holds: the trials and works of the ALS review. */
export const evidence: Evidence = readEvidence({
  trials: evidenceFile('trials.json'),
  references: evidenceFile('references.json')
})

/** What is found in a review that stands on the project’s evidence, in English as of 2025-02-25 unless it says otherwise. */
export async function findingsIn(
  text: string,
  {language = 'en', date = '2025-02-25', held = evidence} = {}
): Promise<Finding[]> {
  resources ??= loadResources(folderWorld(root))
  const {templates} = await resources
  const file = new VFile({path: 'content/r.md', value: text})
  const document = await toDocument(file, {
    name: 'r',
    matter: {language, date, ...readMatter(file, {})},
    evidence: held,
    world: {read: async () => undefined, list: async () => []},
    readData,
    fillFor: (words) => createFill(templates, words),
    drawFigure
  })
  checkDocument(document, file, held)
  return findingsOf(file)
}

function evidenceFile(name: string): VFile {
  const path = join('content/evidence', name)
  return new VFile({path, value: readFileSync(join(root, path), 'utf8')})
}

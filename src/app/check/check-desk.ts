import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import type {Drawing} from '../../model/drawing.js'
import type {Fill} from '../../model/fill.js'
import type {World} from '../../model/world.js'
import {createFill} from '../../template/fill.js'
import {type Answer, recordingWorld} from '../cache/inquiry.js'
import type {Checked, Ledger} from '../cache/ledger.js'
import {readShared} from '../inputs.js'
import {foundIn, readWithTalk} from '../read-talk.js'
import {refusalOf} from '../refusal.js'
import {loadLayout} from '../resources.js'
import type {ReviewFile} from '../reviews.js'

/** Where reviews are read and held against the evidence. */
export interface Desk {
  /** What was found in the project’s own files. */
  readonly shared: Checked
  check(review: ReviewFile): Promise<Checked>
}

interface DeskOptions {
  readonly project: string
  readonly all: readonly ReviewFile[]
  readonly world: World
  readonly ledger: Ledger
}

/** Loads what reviews are read with. What is found is kept. */
export async function openDesk({project, all, world, ledger}: DeskOptions): Promise<Desk> {
  const [shared, resources] = await Promise.all([readShared(world, project), loadLayout(world)])
  const context = {
    ...{all, shared, resources, formats: false},
    fillFor: (words: Parameters<typeof createFill>[1]) =>
      withoutEvidence(createFill(resources.templates, words)),
    drawFigure: async () => undrawn
  }
  const answers = [...shared.answers, ...resources.answers]
  const own: Checked = {findings: shared.findings, status: undefined, files: filesOf(answers)}
  await ledger.keepChecked(undefined, own, answers)
  return {
    shared: own,
    async check(review) {
      const recorded = recordingWorld(world)
      const reading = await readWithTalk(review, {...context, world: recorded})
      const refused = refusalOf(reading, shared.config.rules)
      const checked: Checked = {
        findings: foundIn(reading, shared.config.rules),
        status: reading.document?.status,
        ...(refused ? {refused} : {}),
        files: filesOf(recorded.answers())
      }
      await ledger.keepChecked(review, checked, [...answers, ...recorded.answers()])
      return checked
    }
  }
}

function filesOf(answers: readonly Answer[]): string[] {
  return answers.filter(({kind, of}) => kind === 'file' && of === 'project').map(({path}) => path)
}

/** A fill that leaves the tables of evidence empty: nobody reads them, and nothing in them is the author’s. */
function withoutEvidence(fill: Fill): Fill {
  const filled = (name: string, data: object) => {
    const id = evidenceTables[name]
    return id === undefined ? fill(name, data) : emptyTable(id)
  }
  return Object.assign(filled, {names: fill.names})
}

/** The tables of evidence, and their ids. */
const evidenceTables: Readonly<Record<string, string>> = {
  'table/trials': 'tbl-trials',
  'table/trials-short': 'tbl-trials-short',
  'table/references': 'tbl-works'
}

function emptyTable(id: string): Root {
  const caption = h('caption', [h('span', {className: ['number']}), id])
  return {type: 'root', children: [h('div', {id, dataKind: 'table'}, [h('table', [caption])])]}
}

const picture: Element = {type: 'element', tagName: 'svg', properties: {}, children: []}

/** What stands for a figure that nobody looks at. */
const undrawn: Drawing = {panels: [picture], alternative: '', trials: [], asOf: {unknown: 0, of: 0}}

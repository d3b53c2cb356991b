import {drawFigure} from '../../figure/draw-figure.js'
import type {Artifact} from '../../model/artifact.js'
import type {Finding} from '../../model/finding.js'
import type {OutputName, Paper} from '../../model/matter.js'
import type {World} from '../../model/world.js'
import type {Press} from '../../press/press.js'
import {createFill} from '../../template/fill.js'
import {withAudit} from '../audit.js'
import {type Answer, recordingWorld} from '../cache/inquiry.js'
import type {Memory} from '../cache/memory.js'
import {findingsOf} from '../findings.js'
import type {Shared} from '../inputs.js'
import {isOfSlides} from '../outputs.js'
import {foundIn, type Reading, readWithTalk} from '../read-talk.js'
import {refusalOf} from '../refusal.js'
import {render} from '../render/render.js'
import type {Resources} from '../resources.js'
import {isTalk, type ReviewFile} from '../reviews.js'
import {severe} from '../severe.js'
import {type ShownFinding, type ShownOutput, shownOutputs} from './protocol.js'
import {withSpots} from './spots.js'

/** What a review is made with for a preview. */
export interface MakeContext {
  readonly all: readonly ReviewFile[]
  readonly world: World
  readonly shared: Shared
  readonly resources: Resources
  readonly memory: Memory
  readonly press: Press
  readonly paper?: Paper | undefined
}

/** A review that was read: what is found, and what can be made of it. */
export interface Prepared {
  /** Undefined where it could not be read. */
  readonly title: string | undefined
  readonly isBroken: boolean
  /** Why it would not be published, if so. */
  refused(): string | undefined
  findings(): ShownFinding[]
  /** All that was asked of the project so far. */
  answers(): Answer[]
  /** Nothing of what is broken. */
  readonly outputs: readonly ShownOutput[]
  make(output: ShownOutput): Promise<Artifact>
}

/** Reads a review for a preview; its outputs are made one by one as they are asked for. */
export async function prepareReview(review: ReviewFile, context: MakeContext): Promise<Prepared> {
  const {all, shared, resources, press, memory} = context
  const world = recordingWorld(context.world)
  const reading = await readWithTalk(review, {
    ...{all, world, shared, resources, memory, drawFigure, formats: true},
    fillFor: (words) => createFill(resources.templates, words)
  })
  const {document: read, file, talk} = reading
  const severities = shared.config.rules
  const early = findingsOf(file, severities)
  const findings = (): Finding[] => foundIn(reading, severities)
  const isBroken = !read || severe(findings(), 'error') > 0
  const document = read && withAudit(read, early)
  return {
    title: document?.title,
    isBroken,
    refused: () => refusalOf(reading, severities),
    findings: () => withSpots(findings(), reading),
    answers: () => world.answers(),
    outputs: document && !isBroken ? outputsOf(document.outputs, review) : [],
    async make(output) {
      if (!document) throw new Error(`Unexpected output \`${output}\` of a review that could not be read`)
      const paper = context.paper ?? document.paper
      const [made] = await render(document, file, {
        ...{outputs: [output], paper, resources, press, memory},
        talk: talk as Reading['talk']
      })
      if (!made) throw new Error(`Unexpected lack of \`${output}\``)
      return made
    }
  }
}

/** What is shown of a review that is to be published in these forms. */
function outputsOf(asked: readonly OutputName[], review: ReviewFile): ShownOutput[] {
  return shownOutputs.filter((output) => {
    if (isTalk(review) && !isOfSlides(output)) return false
    if (output === 'slides') return asked.some((each) => each.startsWith('slides'))
    return asked.includes(output)
  })
}

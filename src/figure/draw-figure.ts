import type {Drawing, FigureName} from '../model/drawing.js'
import type {Study} from '../model/study.js'
import type {Words} from '../words/index.js'
import {openChart} from './chart.js'
import {pipeline} from './pipeline.js'
import {trialsTimeline} from './trials-timeline.js'

/** Draws a figure of exactly the given trials, each once. */
export async function drawFigure(
  name: FigureName,
  studies: readonly Study[],
  words: Words
): Promise<Drawing> {
  return drawers[name](studies, words, await openChart())
}

const drawers = {'trials-timeline': trialsTimeline, pipeline} as const

import type {Element, ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Drawing, FigureName} from '../model/drawing.js'
import type {Fill} from '../model/fill.js'
import type {Study} from '../model/study.js'
import type {Words} from '../words/index.js'
import {inLanguage} from './direction.js'
import {figurePlace} from './figure-directive.js'
import {elementsOf} from './place-tables.js'

declare module 'hast' {
  interface ElementData {
    /** Where what a figure shows comes from, in short. */
    source?: string
  }
}

/** What figures are drawn of, and with. */
export interface FigureOptions {
  /** All trials of the evidence. */
  readonly studies: readonly Study[]
  /** Those that the review names. */
  readonly named: readonly Study[]
  readonly words: Words
  /** The review’s; labels may be in another. */
  readonly language: string
  readonly fill: Fill
  draw(name: FigureName, studies: readonly Study[]): Promise<Drawing>
}

/** Sets figures where the author placed them; one without trials is left out, and said so. */
export async function placeFigures(
  body: ElementContent[],
  file: VFile,
  {studies, named, words, language, fill, draw}: FigureOptions
): Promise<void> {
  for (const {place, siblings} of placesOf(body)) {
    const wanted = figurePlace(place.properties.name)
    if (!wanted) continue
    const {figure, trials} = wanted
    const held = trials === 'review' ? named : studies
    let content: Element[] = []
    if (held.length === 0) sayEmpty(figure, trials, file, place)
    else {
      const drawing = await draw(figure, held)
      const tree = fill('figure/evidence', {
        name: figure,
        caption: words.figures.captions[figure](drawing.trials.length, trials === 'review'),
        source: words.figures.source(drawing.asOf)
      })
      content = elementsOf(tree).map((each) => ({
        ...withDrawing(each, drawing, place.position),
        data: {source: words.figures.records(drawing.asOf)} as Element['data'] & object
      }))
      if (words.language !== language.split('-')[0]) inLanguage(content, words.language)
    }
    siblings.splice(siblings.indexOf(place), 1, ...content)
  }
}

function placesOf(body: ElementContent[]): {place: Element; siblings: ElementContent[]}[] {
  const places: {place: Element; siblings: ElementContent[]}[] = []
  visit({type: 'root', children: body}, 'element', (node, _, parent) => {
    if (node.tagName === 'lectern-directive' && parent)
      places.push({
        place: node,
        siblings: parent.type === 'root' ? body : (parent.children as ElementContent[])
      })
  })
  return places
}

function withDrawing(exhibit: Element, {panels}: Drawing, position: Element['position']): Element {
  visit(exhibit, 'element', (node, index, parent) => {
    if (node.tagName === 'slot' && parent && index !== undefined) parent.children.splice(index, 1, ...panels)
  })
  visit(exhibit, (node) => {
    if (position) node.position = position
  })
  return exhibit
}

function sayEmpty(figure: FigureName, trials: string, file: VFile, {position}: Element): void {
  const expected =
    trials === 'review' ? 'a trial of the evidence named in it' : 'a record in `content/evidence/trials.json`'
  file.message(
    `Unexpected \`::figure{${figure}}\` in a review without any trials to draw, expected ${expected}`,
    {
      place: position,
      source: 'transform',
      ruleId: 'empty-figure'
    }
  )
}

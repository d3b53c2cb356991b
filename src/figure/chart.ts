import type {Element, ElementContent} from 'hast'
import {s} from 'hastscript'
import {palette, width} from './palette.js'
import type {Axis, Panel, Piece} from './panel.js'

/** The chart library, opened: it is only loaded when a figure is drawn. */
export interface Chart {
  /** Where a year of the axis stands, in CSS pixels. */
  scale(axis: Axis): (year: number) => number
  /** A picture with its text alternative. */
  draw(panel: Panel): Element
}

type Plot = typeof import('@observablehq/plot')

/** Loads Observable Plot and the small DOM that it draws on. */
export async function openChart(): Promise<Chart> {
  const [Plot, {parseHTML}] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
  const {document} = parseHTML('<!doctype html><html><body></body></html>')
  return {
    scale: ({from, to, left, right}) => {
      const {apply} = Plot.scale({x: {type: 'linear', domain: [from, to], range: [left, right]}})
      return (year) => rounded(Number(apply(year)))
    },
    draw: (panel) => {
      const {height, axis} = panel
      const drawn = Plot.plot({
        document,
        width,
        height,
        ...marginsOf(panel),
        x: {type: 'linear', domain: axis ? [axis.from, axis.to] : [0, width], axis: null},
        y: {type: 'linear', domain: [height, 0], axis: null},
        marks: [
          ...(axis ? axisMarks(Plot, axis) : []),
          ...groupsOf(panel.pieces).map((each) => toMark(Plot, each))
        ]
      })
      return toPicture(drawn as unknown as DomElement, panel)
    }
  }
}

function marginsOf({height, axis}: Panel) {
  if (!axis) return {margin: 0}
  return {
    marginLeft: axis.left,
    marginRight: width - axis.right,
    marginTop: axis.top,
    marginBottom: height - axis.bottom
  }
}

function axisMarks(Plot: Plot, {from, to, step}: Axis) {
  const years: number[] = []
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year)
  return [
    Plot.gridX(years, {stroke: palette.hairline, strokeOpacity: 1, strokeWidth: 0.6, insetTop: -4}),
    Plot.axisX(years, {
      anchor: 'top',
      label: null,
      tickSize: 0,
      tickFormat: String,
      tickPadding: 6,
      fill: palette.quiet,
      fontSize: 9
    })
  ]
}

/** Pieces that look the same, from the lowest layer up. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const key = JSON.stringify([piece.kind, piece.look])
    const group = groups.get(key)
    if (group) group.push(piece)
    else groups.set(key, [piece])
  }
  return [...groups.values()].sort(([a], [b]) => (a?.look.layer ?? 0) - (b?.look.layer ?? 0))
}

/** Pieces are placed in pixels; only the axis has a scale. */
function toMark(Plot: Plot, group: readonly Piece[]) {
  const [first] = group
  if (!first) throw new Error('Unexpected group without pieces')
  const {fill = 'none', stroke = 'none', strokeWidth = 1, dash} = first.look
  const look = {fill, stroke, strokeWidth, ...(dash ? {strokeDasharray: dash} : {})}
  const pixels = <T>(values: readonly T[]) => ({value: [...values], scale: null})
  switch (first.kind) {
    case 'text': {
      const lines = group.filter((each) => each.kind === 'text')
      return Plot.text(
        lines.map((each) => each.text),
        {
          x: pixels(lines.map(({x}) => x)),
          y: pixels(lines.map(({y}) => y)),
          fill,
          fontSize: first.look.size,
          fontWeight: first.look.weight,
          textAnchor: first.look.anchor
        }
      )
    }
    case 'shape': {
      const corners = group.flatMap((each, z) =>
        each.kind === 'shape' ? each.points.map(([x, y]) => ({x: rounded(x), y: rounded(y), z})) : []
      )
      return Plot.line(corners, {
        x: pixels(corners.map(({x}) => x)),
        y: pixels(corners.map(({y}) => y)),
        z: 'z',
        curve: 'linear-closed',
        ...look,
        strokeLinejoin: 'miter'
      })
    }
    default: {
      const boxes = group.filter((each) => each.kind === 'box' || each.kind === 'line')
      const places = {
        x1: pixels(boxes.map(({x1}) => rounded(x1))),
        x2: pixels(boxes.map(({x2}) => rounded(x2))),
        y1: pixels(boxes.map(({y1}) => rounded(y1))),
        y2: pixels(boxes.map(({y2}) => rounded(y2)))
      }
      if (first.kind === 'line') return Plot.link(boxes, {...places, ...look})
      return Plot.rect(boxes, {...places, ...look, ...(first.look.round ? {rx: first.look.round} : {})})
    }
  }
}

/** What the library drew, without the names and styles it adds for the web, as a picture that says what it shows. */
function toPicture(drawn: DomElement, {height, label}: Panel): Element {
  return s(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width: String(width),
      height: String(height),
      role: 'img',
      ariaLabel: label,
      fontFamily: '"Lectern sans", "Lectern serif", "Lectern supplement", sans-serif',
      fontSize: '9',
      fontWeight: '400',
      fontStyle: 'normal',
      letterSpacing: '0',
      textAnchor: 'middle',
      fill: palette.ink
    },
    childrenOf(drawn)
  ) as Element
}

const dropped = /^(?:class|style|aria-|id$)/

function childrenOf(element: DomElement): ElementContent[] {
  return [...element.childNodes].flatMap((node): ElementContent[] => {
    if (node.nodeType === 3) return [{type: 'text', value: node.nodeValue ?? ''}]
    if (node.nodeType !== 1 || node.localName === 'style') return []
    const kept = [...node.attributes]
      .filter(({name}) => !dropped.test(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    return [
      s(node.localName, Object.fromEntries(kept.map(({name, value}) => [name, value])), childrenOf(node))
    ]
  })
}

/** As much of the DOM as a drawing is read back with. */
interface DomElement {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly localName: string
  readonly attributes: Iterable<{readonly name: string; readonly value: string}>
  readonly childNodes: Iterable<DomElement>
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

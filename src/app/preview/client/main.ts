/// <reference lib="dom" />
import {previewWords} from '../../../words/preview.js'
import type {Renewed, ShownOutput, Spot, State} from '../protocol.js'
import {openFrame} from './frame.js'
import {pagePane} from './page-pane.js'
import {made, type Pane} from './pane.js'
import {pdfPane} from './pdf-pane.js'
import {arrangements, loadSettings, saveSettings, visible} from './settings.js'
import {openStream} from './stream.js'

const words = previewWords(navigator.languages)
const settings = loadSettings()
const panes = new Map<ShownOutput, {pane: Pane; box: HTMLElement; note: HTMLElement}>()
const frame = openFrame(words, {choose, arrange, list, review: open, zoom, show})
let state: State | undefined
/** The review that was asked for last. */
let asked = ''
/** What was renewed since the last time that something was said. */
const renewed = new Set<ShownOutput>()

document.documentElement.lang = words.language
document.body.append(...frame.elements)
addEventListener('keydown', ({target, code, altKey, ctrlKey, metaKey}) => {
  const isField = target instanceof HTMLSelectElement
  if (!ctrlKey && !metaKey && (altKey || !isField)) press(code)
})
const stream = openStream({
  state: take,
  output: renew,
  connected: frame.connected,
  // The review that the address names may be gone.
  refused: () => {
    if (asked && !state) listen('')
  }
})
listen(named())

/** The review that the address names. */
function named(): string {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ''
  }
}

function listen(review: string): void {
  asked = review
  stream.follow(review, state ? visible(settings, all()) : settings.chosen)
}

function all(): ShownOutput[] {
  return state?.outputs.map(({output}) => output).toSorted((a, b) => rank(a) - rank(b)) ?? []
}

function rank(output: ShownOutput): number {
  return Object.keys(words.outputs).indexOf(output)
}

function take(next: State): void {
  const before = state
  const [other] = next.reviews
  // Who comes when a review’s file is gone has not seen it: he is shown another.
  if (!before && other && !next.reviews.some(({name}) => name === next.review)) {
    open(other.name)
    return
  }
  if (before?.review !== next.review) clear()
  state = next
  if (location.hash.slice(1) !== encodeURIComponent(next.review))
    history.replaceState(null, '', `#${encodeURIComponent(next.review)}`)
  document.title = `${next.title} · Lectern`
  for (const {output} of next.outputs) paneOf(output, next.review)
  for (const [output, {pane, box}] of panes) {
    if (all().includes(output)) continue
    pane.close()
    box.remove()
    panes.delete(output)
  }
  for (const standing of next.outputs) panes.get(standing.output)?.pane.stand(standing)
  frame.tell(next, all())
  layOut()
  if (next.condition === 'broken' && before?.condition !== 'broken') frame.say(words.broken)
  if (!next.busy && renewed.size > 0) {
    frame.say(`${words.updated}: ${[...renewed].map((output) => words.outputs[output]).join(', ')}`)
    renewed.clear()
  }
}

function renew({review, changed, ...standing}: Renewed): void {
  if (!state || review !== state.review) return
  const others = state.outputs.filter(({output}) => output !== standing.output)
  state = {...state, outputs: [...others, standing]}
  if (changed) renewed.add(standing.output)
  const isNew = !panes.has(standing.output)
  paneOf(standing.output, review).stand(standing)
  if (isNew) {
    frame.tell(state, all())
    layOut()
  }
}

function clear(): void {
  for (const {pane, box} of panes.values()) {
    pane.close()
    box.remove()
  }
  panes.clear()
  renewed.clear()
}

function paneOf(output: ShownOutput, review: string): Pane {
  const known = panes.get(output)
  if (known) return known.pane
  const title = words.outputs[output]
  const note = made('span', {class: 'note'})
  const tell = {
    shown: () => box.removeAttribute('data-waits'),
    place: (text: string) => {
      note.textContent = text
      if (visible(settings, all()).join() === output) frame.place(text)
    },
    key: press
  }
  const pane =
    output === 'web' || output === 'slides'
      ? pagePane(output, {review, title, tell})
      : pdfPane(output, {review, title, words, tell})
  const head = made('h2', {class: 'name'}, title)
  const box = made('section', {class: 'pane', 'aria-label': title, 'data-output': output, 'data-waits': true})
  box.append(made('header', {}, head, note), pane.element)
  panes.set(output, {pane, box, note})
  const later = [...panes].filter(([other]) => rank(other) > rank(output))
  const [next] = later.toSorted(([a], [b]) => rank(a) - rank(b))
  frame.stage.insertBefore(box, next?.[1].box ?? null)
  return pane
}

function layOut(): void {
  const seen = visible(settings, all())
  frame.stage.dataset.count = String(seen.length)
  for (const [output, {pane, box}] of panes) {
    const isSeen = seen.includes(output)
    box.classList.toggle('unseen', !isSeen)
    box.inert = !isSeen
    pane.see(isSeen)
  }
  frame.arrange(settings, seen)
  if (state) listen(state.review)
}

function choose(output: ShownOutput): void {
  settings.chosen = [output, ...settings.chosen.filter((each) => each !== output)]
  if (settings.arrangement === 'all') settings.arrangement = 'one'
  changed()
}

function arrange(arrangement: (typeof arrangements)[number]): void {
  settings.arrangement = arrangement
  changed()
}

function list(): void {
  settings.isListed = !settings.isListed
  changed()
}

function changed(): void {
  saveSettings(settings)
  layOut()
}

function open(review: string): void {
  listen(review)
}

function zoom(step: -1 | 0 | 1): void {
  for (const output of visible(settings, all())) panes.get(output)?.pane.zoom?.(step)
}

/** Shows a place in all that is on the screen; where it is in none of that, in the first output that has it. */
async function show(spot: Spot): Promise<boolean> {
  const seen = visible(settings, all())
  const found = await Promise.all(seen.map((output) => panes.get(output)?.pane.show(spot)))
  if (found.some((each) => each === true)) return true
  const first = (['web', 'slides'] as const).find((output) => panes.has(output) && !seen.includes(output))
  if (!first) return false
  choose(first)
  return (await panes.get(first)?.pane.show(spot)) ?? false
}

function press(code: string): void {
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(code)?.[1]
  const output = digit ? all()[Number(digit) - 1] : undefined
  if (output) choose(output)
  if (code === 'KeyF') list()
  if (code === 'KeyV') arrange(arrangements[(arrangements.indexOf(settings.arrangement) + 1) % 3] ?? 'one')
}

/// <reference lib="dom" />
import type {PreviewWords} from '../../../words/preview.js'
import type {ShownOutput, Spot, State} from '../protocol.js'
import {findingsPanel} from './findings.js'
import {made} from './pane.js'
import {type Arrangement, arrangements, type Settings} from './settings.js'

/** What the frame asks for. */
export interface FrameActions {
  choose(output: ShownOutput): void
  arrange(arrangement: Arrangement): void
  list(): void
  review(name: string): void
  zoom(step: -1 | 0 | 1): void
  show(spot: Spot): Promise<boolean>
}

/** What stands around the pages. */
export interface Frame {
  readonly elements: readonly HTMLElement[]
  /** Where panes go. */
  readonly stage: HTMLElement
  tell(state: State, outputs: readonly ShownOutput[]): void
  arrange(settings: Settings, seen: readonly ShownOutput[]): void
  connected(isConnected: boolean): void
  /** Says where the reader is, where one output is shown. */
  place(text: string): void
  /** Says something to who does not see it. */
  say(text: string): void
}

export function openFrame(words: PreviewWords, actions: FrameActions): Frame {
  const tabs = made('div', {class: 'tabs', role: 'group', 'aria-label': words.shown})
  const modes = made('div', {class: 'modes', role: 'group', 'aria-label': words.arrangement})
  for (const mode of arrangements) {
    const button = made('button', {
      type: 'button',
      'data-mode': mode,
      title: `${words.arrangements[mode]} (V)`
    })
    button.append(
      made('span', {class: `glyph ${mode}`, 'aria-hidden': 'true'}),
      unseen(words.arrangements[mode])
    )
    button.addEventListener('click', () => actions.arrange(mode))
    modes.append(button)
  }
  const page = made('span', {class: 'note'})
  const zooms = made(
    'div',
    {class: 'zooms', role: 'group'},
    page,
    ...(
      [
        [-1, 'out', words.zoomOut],
        [0, 'width', words.zoomWidth],
        [1, 'in', words.zoomIn]
      ] as const
    ).map(([step, sign, label]) => {
      const button = made('button', {type: 'button', title: label, 'aria-label': label})
      button.append(made('span', {class: `sign ${sign}`, 'aria-hidden': 'true'}))
      button.addEventListener('click', () => actions.zoom(step))
      return button
    })
  )
  const select = made('select', {'aria-label': words.review})
  select.addEventListener('change', () => actions.review(select.value))
  const title = made('h1', {class: 'title'})
  const status = made('span', {class: 'status', 'data-state': 'busy'}, words.reading)
  const counts = made('button', {
    type: 'button',
    class: 'counts',
    'aria-expanded': 'false',
    title: `${words.findings} (F)`
  })
  counts.addEventListener('click', () => actions.list())
  const bar = made('header', {class: 'bar'})
  bar.append(
    made('div', {class: 'about'}, select, title),
    tabs,
    made('div', {class: 'tools'}, status, modes, counts)
  )
  const stage = made('main', {class: 'stage'})
  const empty = made('p', {class: 'empty'}, words.reading)
  stage.append(empty, zooms)
  const panel = findingsPanel(words, actions.show)
  const live = made('p', {class: 'live', role: 'status', 'aria-live': 'polite'})
  let known = ''

  return {
    elements: [bar, made('div', {class: 'desk'}, stage, panel.element), live],
    stage,
    tell(state, outputs) {
      const now = JSON.stringify([outputs, state.reviews, state.review])
      if (now !== known) fill(state, outputs)
      known = now
      title.textContent = state.title
      empty.hidden = outputs.length > 0
      empty.textContent = state.busy ? words.reading : words.notMade
      const told = panel.tell(state)
      const isBroken = state.condition === 'broken'
      counts.textContent = told || (isBroken ? words.severities.error : words.noFindings)
      counts.dataset.worst = told || !isBroken ? worstOf(state) : 'error'
      const condition = isBroken ? words.severities.error : words.current
      show(state.busy ? words.making : condition, state.busy ? 'busy' : state.condition)
    },
    arrange({arrangement, isListed}, seen) {
      for (const button of tabs.querySelectorAll<HTMLElement>('button'))
        button.setAttribute('aria-pressed', String(seen.includes(button.dataset.output as ShownOutput)))
      for (const button of modes.querySelectorAll<HTMLElement>('button'))
        button.setAttribute('aria-pressed', String(button.dataset.mode === arrangement))
      panel.element.hidden = !isListed
      counts.setAttribute('aria-expanded', String(isListed))
      zooms.hidden = !seen.some((output) => output !== 'web' && output !== 'slides')
      if (seen.length > 1) page.textContent = ''
    },
    connected(isConnected) {
      document.body.classList.toggle('ended', !isConnected)
      if (!isConnected) show(words.ended, 'ended')
    },
    place(text) {
      page.textContent = text
    },
    say(text) {
      live.textContent = text
    }
  }

  function show(text: string, kind: string): void {
    status.textContent = text
    status.title = text
    status.dataset.state = kind
  }

  function fill({review, reviews}: State, outputs: readonly ShownOutput[]): void {
    tabs.replaceChildren(
      ...outputs.map((output, index) => {
        const name = words.outputs[output]
        const button = made(
          'button',
          {type: 'button', 'data-output': output, title: `${name} (${index + 1})`},
          name
        )
        button.addEventListener('click', () => actions.choose(output))
        return button
      })
    )
    // One whose file is gone is shown still, and leads nowhere but to others.
    const isListed = reviews.some(({name}) => name === review)
    select.replaceChildren(
      ...(isListed ? [] : [made('option', {value: review, selected: true, disabled: true}, review)]),
      ...reviews.map(({name}) => made('option', {value: name, selected: name === review}, name))
    )
    select.hidden = reviews.length < 2 && isListed
  }
}

function worstOf({findings}: State): string {
  const open = findings.filter(({waived}) => waived === undefined).map(({severity}) => severity)
  return (['error', 'warning', 'note'] as const).find((each) => open.includes(each)) ?? 'none'
}

function unseen(text: string): HTMLElement {
  return made('span', {class: 'unheard'}, text)
}

/// <reference lib="dom" />
import type {PageOutput, Patch, Standing} from '../protocol.js'
import {findSpot, pointOut} from './find-text.js'
import {made, type Pane, type PaneTeller} from './pane.js'
import {patchPage} from './patch-page.js'
import {keepingPlace} from './scroll-anchor.js'

/** A page for a browser in a frame: the report on the web, which runs no script, or the deck, which reaches nothing. */
export function pagePane(
  output: PageOutput,
  {review, title, tell}: {readonly review: string; readonly title: string; readonly tell: PaneTeller}
): Pane {
  const escapes = 'allow-popups allow-popups-to-escape-sandbox'
  const frame = made('iframe', {
    title,
    sandbox: output === 'web' ? `allow-same-origin ${escapes}` : `allow-scripts ${escapes}`
  })
  const element = made('div', {class: `page-pane ${output}`}, frame)
  const of = `review=${encodeURIComponent(review)}&output=${output}`
  let wanted: Standing | undefined
  let version: number | undefined
  let isSeen = false
  let isBusy = false
  let scroll = 0
  let slide = ''
  let answer: ((data: Answer) => void) | undefined

  frame.addEventListener('load', () => {
    const page = frame.contentDocument
    if (output !== 'web' || !page?.documentElement.dataset.version) return
    version = Number(page.documentElement.dataset.version)
    page.addEventListener('keydown', (event) => event.altKey && tell.key(event.code))
    if (page.scrollingElement && scroll > 0) page.scrollingElement.scrollTop = scroll
    arrived()
  })
  addEventListener('message', listen)

  return {
    element,
    stand(standing) {
      wanted = standing
      void update()
    },
    see(seen) {
      isSeen = seen
      void update()
    },
    async show(spot) {
      if (output === 'slides') return (await ask({spot})).found ?? false
      const page = frame.contentDocument
      const found = page ? findSpot(page, spot, 'main') : undefined
      if (found) pointOut(found, matchMedia('(prefers-reduced-motion: reduce)').matches)
      return found !== undefined
    },
    close: () => removeEventListener('message', listen)
  }

  async function update(): Promise<void> {
    if (isBusy || !isSeen || !wanted || wanted.version === version) return
    isBusy = true
    try {
      if (version === undefined || !(await patched(version))) {
        await load()
      }
    } finally {
      isBusy = false
    }
    if (wanted && wanted.version !== version && version !== undefined) void update()
  }

  async function patched(from: number): Promise<boolean> {
    const response = await fetch(`patch?${of}&from=${from}`)
    if (!response.ok) return false
    const patch = (await response.json()) as Patch
    const page = frame.contentDocument
    const isDone =
      output === 'slides'
        ? ((await ask({patch})).patched ?? false)
        : page !== null && keepingPlace(page, () => patchPage(page, patch))
    if (!isDone) return false
    version = patch.version
    arrived()
    return true
  }

  function load(): Promise<void> {
    scroll = frame.contentDocument?.scrollingElement?.scrollTop ?? 0
    return new Promise((resolve) => {
      const done = () => resolve()
      frame.addEventListener('load', done, {once: true})
      setTimeout(done, 10_000)
      // The slide that is shown is in its address.
      frame.src = `page?${of}&v=${wanted?.version ?? 0}${slide}`
    })
  }

  function arrived(): void {
    if (wanted && version === wanted.version) tell.shown(wanted)
  }

  interface Answer {
    readonly patched?: boolean
    readonly found?: boolean
  }

  function ask(question: object): Promise<Answer> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve({}), 4000)
      answer = (data) => {
        clearTimeout(timer)
        resolve(data)
      }
      frame.contentWindow?.postMessage(question, '*')
    })
  }

  function listen({source, data}: MessageEvent): void {
    if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return
    if ('ready' in data) {
      version = Number(data.version)
      arrived()
    }
    if ('slide' in data) slide = String(data.slide)
    if ('key' in data) tell.key(String(data.key))
    if ('patched' in data || 'found' in data) answer?.(data as Answer)
  }
}

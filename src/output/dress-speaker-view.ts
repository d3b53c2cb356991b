/// <reference lib="dom" />
import type {DeckWords} from '../words/deck-words.js'

/**
 * Gives the speaker view the deck’s language, fonts and style sheets as it opens. Runs in the deck, which carries its text:
 * nothing outside its own body exists there.
 */
export function dressSpeakerView(words: DeckWords['speaker'] & {language: string}): void {
  const open = window.open
  window.open = (...address) => {
    const view = open.apply(window, address)
    // reveal.js writes the page as soon as it has the window.
    if (view && address[1]?.includes('Notes')) setTimeout(() => dress(view.document))
    return view
  }
  // Notes are long: without another choice they stand beside the slides, from top to bottom.
  try {
    if (!localStorage.getItem('reveal-speaker-layout')) localStorage.setItem('reveal-speaker-layout', 'tall')
  } catch {
    // A browser that keeps nothing shows reveal’s own layout.
  }

  function dress(page: Document): void {
    page.documentElement.lang = words.language
    page.title = words.title
    for (const sheet of document.querySelectorAll('style')) page.head.append(page.importNode(sheet, true))
    page.body.classList.add('speaker')
    page.querySelector('.value')?.setAttribute('lang', document.documentElement.lang)
    page.querySelector('.value')?.setAttribute('dir', document.documentElement.dir || 'ltr')
    put(page, '#connection-status', words.loading)
    put(page, '#upcoming-slide .label', words.upcoming)
    put(page, '.speaker-controls-time .reset-button', words.reset)
    put(page, '.speaker-controls-notes .label', words.notes)
    const time = page.querySelector('.speaker-controls-time .label')?.firstChild
    if (time) time.textContent = `${words.time} `
    const layouts = page.querySelector<HTMLSelectElement>('.speaker-layout-dropdown')
    layouts?.setAttribute('aria-label', words.layout)
    for (const option of layouts?.options ?? []) option.text = words.layouts[option.value] ?? option.text
    settle(page)
    // What reveal.js writes later and again: the clock, the layout’s name, the frames.
    new MutationObserver(() => settle(page)).observe(page.body, {childList: true, subtree: true})
  }

  function settle(page: Document): void {
    const layout = page.querySelector<HTMLSelectElement>('.speaker-layout-dropdown')?.value ?? ''
    put(page, '.speaker-layout-label', `${words.layout}: ${words.layouts[layout] ?? layout}`)
    const clock = page.querySelector('.clock-value')
    const [, hour = '', minute, half] = /^(\d+):(\d+)\s*([AP])M$/.exec(clock?.textContent ?? '') ?? []
    if (clock && minute && words.hours === 24) {
      const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0)
      clock.textContent = `${String(hours).padStart(2, '0')}:${minute}`
    }
    page.querySelector('#current-slide iframe')?.setAttribute('title', words.current)
    page.querySelector('#upcoming-slide iframe')?.setAttribute('title', words.upcoming)
  }

  function put(page: Document, selector: string, text: string): void {
    const element = page.querySelector(selector)
    if (element && element.textContent !== text) element.textContent = text
  }
}

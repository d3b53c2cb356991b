/// <reference lib="dom" />
import type {DeckWords} from '../words/deck-words.js'

interface Deck {
  initialize(options: object): Promise<unknown>
  on(event: string, act: (event: Event & {fragment?: Element}) => void): void
  getCurrentSlide(): Element
  sync(): void
  toggleHelp(): void
}
declare const Reveal: Deck
declare const RevealNotes: unknown

/**
 * Starts reveal.js with these options, and does what it leaves undone. Runs in the deck, which carries its text: nothing
 * outside its own body exists there but reveal.js.
 */
export function present(options: object, words: DeckWords & {language: string}): void {
  const wrapper = document.querySelector('.reveal')
  if (!wrapper) return
  // Before reveal.js reads the address, now and whenever it changes.
  settleAddress()
  addEventListener('hashchange', settleAddress)
  Reveal.on('fragmentshown', ({fragment}) => say(fragment?.textContent ?? ''))
  Reveal.on('slidechanged', () => say(Reveal.getCurrentSlide().getAttribute('aria-label') ?? ''))
  Reveal.on('overviewshown', () => {
    toggleContents(true)
    say(words.overview)
  })
  Reveal.on('overviewhidden', () => toggleContents(false))
  Reveal.on('showhelp', showKeys)
  Reveal.on('closeoverlay', () => toggleRest(false))
  wrapper.addEventListener('focusin', nameField)
  addEventListener('beforeprint', readWhole)
  addEventListener('afterprint', () => Reveal.sync())
  const upright = matchMedia('(max-width: 480px) and (orientation: portrait)')
  if (upright.matches && self === top) readDown()
  else start()

  function start(): void {
    const plugins = [RevealNotes]
    void Reveal.initialize({...options, plugins, keyboardCondition: isFree}).then(nameControls)
  }

  /** A phone held upright shows slides one below another, as where no script runs; turned, it presents the one being read. */
  function readDown(): void {
    const slides = [...document.querySelectorAll('.slides > section')]
    let read = document.getElementById(nameIn(location.hash))
    read?.scrollIntoView()
    addEventListener('scroll', () => {
      const here = slides.find((slide) => isMostlyBelow(slide.getBoundingClientRect()))
      if (upright.matches && here instanceof HTMLElement) read = here
    })
    upright.addEventListener('change', turn, {once: true})

    function isMostlyBelow({top, bottom}: DOMRect): boolean {
      return top + bottom > 0
    }

    function turn(): void {
      if (read) history.replaceState(null, '', `#/${encodeURIComponent(read.id)}`)
      start()
    }
  }

  /** A link to a part of a slide that is no longer parted leads to the slide. */
  function settleAddress(): void {
    const name = nameIn(location.hash)
    const whole = name.replace(/~\d+$/, '')
    if (whole === name || document.getElementById(name) || !document.getElementById(whole)) return
    history.replaceState(null, '', `#/${encodeURIComponent(whole)}`)
  }

  function nameIn(hash: string): string {
    const [, name = ''] = /^#\/?(.*?)(?:\/\d+)?$/.exec(hash) ?? []
    try {
      return decodeURIComponent(name)
    } catch {
      return name
    }
  }

  /** reveal.js would read out each slide whole, and has the page taken for an application whose text cannot be read at will. */
  function nameControls(): void {
    wrapper?.removeAttribute('role')
    const controls = wrapper?.querySelector<HTMLElement>('.controls')
    controls?.setAttribute('role', 'region')
    if (controls) name(controls, words.controls)
    const rightwards = getComputedStyle(document.documentElement).direction === 'ltr'
    const [left, right] = rightwards ? [words.previous, words.next] : [words.next, words.previous]
    for (const [side, label] of [
      ['left', left],
      ['right', right]
    ]) {
      const button = controls?.querySelector<HTMLElement>(`.navigate-${side}`)
      if (button && label) name(button, label)
      // Else the space bar would press the button that the mouse pressed last.
      button?.addEventListener('click', ({detail}) => detail > 0 && button.blur())
    }
    const resume = wrapper?.querySelector<HTMLElement>('.resume-button')
    if (resume) {
      resume.lang = words.language
      resume.textContent = words.resume
    }
  }

  function name(element: HTMLElement, label: string): void {
    element.lang = words.language
    element.setAttribute('aria-label', label)
  }

  /** What is said of a slide is where it stands and its title; its text is there to be read. */
  function say(text: string): void {
    const told = document.querySelector('.told')
    if (told) told.textContent = text
  }

  /** Space and Enter belong to a button or link that the keyboard is on. `?` is not on the same key of every keyboard. */
  function isFree({target, key}: KeyboardEvent): boolean {
    const inField = target instanceof HTMLInputElement
    if (key === '?' && !inField) Reveal.toggleHelp()
    if (key === '?') return false
    const onControl = target instanceof Element && target.closest('a, button') !== null
    return !(onControl && (key === ' ' || key === 'Enter'))
  }

  /** In the overview a slide is one thing to choose: nothing in it takes the focus. */
  function toggleContents(inert: boolean): void {
    for (const child of document.querySelectorAll<HTMLElement>('.slides > section > *')) child.inert = inert
  }

  /** All but the overlay. */
  function toggleRest(inert: boolean): void {
    for (const child of wrapper?.children ?? [])
      if (child instanceof HTMLElement && !child.classList.contains('r-overlay')) child.inert = inert
  }

  function nameField({target}: Event): void {
    if (!(target instanceof HTMLInputElement)) return
    target.placeholder = words.jump
    name(target, words.jump)
  }

  function showKeys(): void {
    const help = wrapper?.querySelector<HTMLElement>('.r-overlay-help')
    const close = help?.querySelector<HTMLElement>('.r-overlay-close')
    if (!help || !close) return
    toggleRest(true)
    help.setAttribute('role', 'dialog')
    help.setAttribute('aria-modal', 'true')
    name(help, words.keysTitle)
    close.lang = words.language
    close.textContent = `${words.close} (Esc)`
    const rows = words.keys.map((cells) => row('td', cells))
    const table = made('table', [made('thead', [row('th', words.columns)]), made('tbody', rows)])
    const title = made('h2', [words.keysTitle])
    help.querySelector('.r-overlay-help-content')?.replaceChildren(title, table)
    close.focus()
  }

  function row(tag: string, cells: readonly string[]): HTMLElement {
    return made(
      'tr',
      cells.map((cell) => made(tag, [cell]))
    )
  }

  function made(tag: string, children: readonly (string | Node)[]): HTMLElement {
    const element = document.createElement(tag)
    element.append(...children)
    return element
  }

  /** On paper every slide is read, not the current one alone. */
  function readWhole(): void {
    for (const section of document.querySelectorAll<HTMLElement>('.slides > section')) {
      section.removeAttribute('aria-hidden')
      section.inert = false
    }
  }
}

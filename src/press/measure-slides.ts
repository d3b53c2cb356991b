/// <reference lib="dom" />
import type {Headroom, Setting, SlideMeasure, UnitMeasure} from '../model/deck.js'
import {crossings} from './crossings.js'
import type {Press} from './press.js'

/**
 * Measures every slide of a deck’s page as it will be printed. Where settings are given, a slide that holds too much
 * is measured in each of them too, with its title as small as it has to be.
 */
export function measureSlides(
  press: Pick<Press, 'measure'>,
  html: string,
  size: {width: number; height: number},
  settings: readonly Setting[]
): Promise<SlideMeasure[][]> {
  return press.measure(html, size, questionOfSlides, settings, crossings)
}

/** What is asked of a page with slides. It runs there: nothing outside its own body exists but what it is given. */
export function questionOfSlides(
  settings: readonly Setting[],
  crossingsOf: typeof crossings
): SlideMeasure[][] {
  const slides = [...document.querySelectorAll<HTMLElement>('section.slide')]
  // No slide’s layout asks for another’s, so that trying one costs the same in a long deck.
  if (settings.length > 0) for (const slide of slides) slide.style.contain = 'strict'
  const least = leastOf(slides[0])
  const printed = slides.map((slide) => measured(slide))
  return slides.map((slide, index) => {
    const own = printed[index] as SlideMeasure
    const tried = own.beyond > 1 || own.below > 1 || own.alone.titleSize ? settings : []
    return [
      own,
      ...tried.filter((each) => each !== 'paired' || isList(slide)).map((each) => set(slide, each))
    ]
  })

  function set(slide: HTMLElement, setting: Setting): SlideMeasure {
    const classes = setting === 'broken' ? ['dense', setting] : [setting]
    slide.classList.add(...classes)
    const list = setting === 'paired' ? slide.querySelector<HTMLElement>('.room > :is(ul, ol)') : null
    // Half as wide, in one column: how high two of them are is reckoned.
    if (list) list.style.cssText = `columns: auto; width: ${(list.offsetWidth - 56) / 2}px`
    const measure = measured(slide)
    if (list) list.style.cssText = ''
    slide.classList.remove(...classes)
    return {...measure, setting}
  }

  function isList(slide: HTMLElement): boolean {
    const list = slide.querySelectorAll('.room > :is(ul, ol)')
    return list.length === 1 && (list[0]?.children.length ?? 0) >= 6
  }

  function measured(slide: HTMLElement): SlideMeasure {
    const marked = headroom(slide, ' (99/99)')
    const alone = headroom(slide, '')
    if (alone.titleSize) slide.classList.add(`${alone.titleSize}-title`)
    const room = slide.querySelector<HTMLElement>('.room')
    const scale = slide.getBoundingClientRect().width / slide.offsetWidth
    const space = (room ?? slide).getBoundingClientRect()
    const units = [...slide.querySelectorAll<HTMLElement>('[data-unit]')].map((unit) =>
      unitOf(unit, space.top, scale, slide.classList.contains('image'))
    )
    const {beyond, below} = crossingsOf(slide)
    const tables = [...slide.querySelectorAll('.room table:has(> tbody > [data-unit])')]
    const measure = {
      ...{alone, marked, below, units, least},
      beyond: room ? Math.max(beyond, 120 - room.offsetHeight) : Math.max(beyond, below),
      widths: tables.map(widthsOf),
      broken: tables.reduce((sum, table) => sum + brokenIn(table), 0),
      smallest: smallestIn(room ?? slide)
    }
    if (settings.length > 0) slide.classList.remove('small-title', 'smallest-title')
    return measure
  }

  /** The title as large as leaves it in two lines, and what it leaves. */
  function headroom(slide: HTMLElement, mark: string): Headroom {
    const title = slide.querySelector<HTMLElement>('h1, h2')
    const room = slide.querySelector<HTMLElement>('.room')
    if (!title) return {lines: 0, room: room?.offsetHeight ?? slide.offsetHeight}
    const part = document.createElement('span')
    part.className = 'part'
    part.textContent = mark
    if (mark) title.append(part)
    const own = slide.className
    let found: Headroom = {lines: 0, room: 0}
    for (const titleSize of [undefined, 'small', 'smallest'] as const) {
      if (titleSize && settings.length === 0) break
      if (titleSize) slide.className = `${own} ${titleSize}-title`
      const lines = linesOf(title)
      found = {...(titleSize ? {titleSize} : {}), lines, room: room?.offsetHeight ?? slide.offsetHeight}
      if (lines <= 2) break
    }
    slide.className = own
    part.remove()
    return found
  }

  function linesOf(title: HTMLElement): number {
    const text = document.createRange()
    text.selectNodeContents(title)
    const scale = title.getBoundingClientRect().width / Math.max(title.offsetWidth, 1) || 1
    const height = text.getBoundingClientRect().height / scale
    return Math.round(height / Number.parseFloat(getComputedStyle(title).lineHeight))
  }

  function unitOf(unit: HTMLElement, origin: number, scale: number, bleeds: boolean): UnitMeasure {
    const pictures = [...unit.querySelectorAll<HTMLElement>('img, .drawing svg')]
    if (bleeds && (pictures.length > 0 || unit.tagName === 'IMG')) return {top: 0, bottom: 0, head: 0}
    const box = unit.getBoundingClientRect()
    const body = unit.closest('tbody')
    const table = body?.closest('table')
    const head = body && table ? body.getBoundingClientRect().top - table.getBoundingClientRect().top : 0
    const rows: {top: number; bottom: number; height: number; least: number}[] = []
    for (const picture of unit.matches('img') ? [unit] : pictures) {
      const {top, bottom, height: drawn} = picture.getBoundingClientRect()
      const height = drawn / scale
      // Type in a drawing is legible at the size it was drawn for; of a picture, less than half says too little.
      const natural = 0.85 * Number(picture.getAttribute('height') ?? 0)
      const lowest = picture.tagName === 'IMG' ? Math.max(140, 0.4 * height) : natural
      const least = Math.min(height, lowest)
      const row = rows.find((each) => top < each.bottom - 1 && bottom > each.top + 1)
      if (row) Object.assign(row, {height: Math.max(row.height, height), least: Math.max(row.least, least)})
      else if (height > 40) rows.push({top, bottom, height, least})
    }
    return {
      top: (box.top - origin) / scale,
      bottom: (box.bottom - origin) / scale,
      head: head / scale,
      ...(rows.length > 0 ? {pictures: rows.map(({height, least: low}) => ({height, least: low}))} : {})
    }
  }

  function widthsOf(table: Element): number[] {
    const rows = [...table.querySelectorAll('tr')].map((row) => [...row.children])
    const whole = rows.filter((cells) => cells.every((cell) => (cell as HTMLTableCellElement).colSpan === 1))
    const most = Math.max(0, ...whole.map(({length}) => length))
    const cells = whole.find(({length}) => length === most) ?? []
    const widths = cells.map((cell) => cell.getBoundingClientRect().width)
    const sum = widths.reduce((total, width) => total + width, 0)
    return widths.map((width) => width / sum)
  }

  /** Words of a table that had to break between letters; what is longer than any word has to. */
  function brokenIn(table: Element): number {
    let count = 0
    const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      range.selectNodeContents(text)
      if (range.getClientRects().length < 2 || text.parentElement?.closest('caption, math, svg')) continue
      for (const {index, 0: word} of (text.nodeValue ?? '').matchAll(/\p{L}{2,24}/gu)) {
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        if (range.getClientRects().length > 1) count++
      }
    }
    return count
  }

  function smallestIn(room: HTMLElement): number {
    const other = 'caption, .caption, .source, .notes, .table-notes, .status, sup, sub, svg, aside'
    const seen = new Set<Element>()
    const texts = document.createTreeWalker(room, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement
      if (parent && text.nodeValue?.trim()) seen.add(parent.closest('math') ?? parent)
    }
    const sizes = [...seen]
      .filter((element) => !element.closest(other))
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    return Math.min(9999, ...sizes)
  }

  /** The theme’s smallest legible type, whatever unit it is said in. */
  function leastOf(slide: HTMLElement | undefined): number {
    const probe = document.createElement('i')
    probe.style.fontSize = 'var(--slide-least)'
    slide?.append(probe)
    const size = Number.parseFloat(getComputedStyle(probe).fontSize)
    probe.remove()
    return size
  }
}

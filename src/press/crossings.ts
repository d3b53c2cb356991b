/// <reference lib="dom" />

/**
 * How far boxes and lines of text of a slide reach sideways or upwards out of what holds them or into one another
 * (`beyond`), and out of the slide’s room above or below (`below`), in the slide’s own pixels. It runs in a page:
 * nothing outside its own body exists.
 */
export function crossings(slide: HTMLElement): {beyond: number; below: number} {
  const room = slide.querySelector<HTMLElement>('.room')
  const scale = slide.getBoundingClientRect().width / slide.offsetWidth
  const edge = slide.getBoundingClientRect()
  const bleeds = slide.classList.contains('image')
  const leaves: {left: number; right: number; top: number; bottom: number}[] = []
  let beyond = 0
  let below = 0
  for (const element of slide.querySelectorAll('*')) {
    if (element.closest('aside, .behind') || element.parentElement?.closest('svg, math')) continue
    const box = element.getBoundingClientRect()
    if (box.width === 0 || box.height === 0 || isClipped(element, slide)) continue
    const held = !bleeds && room !== null && room.contains(element)
    const around = held ? (element.closest('.column') ?? room).getBoundingClientRect() : edge
    const cell = element.parentElement?.closest('td, th')?.getBoundingClientRect()
    beyond = Math.max(beyond, sideways(box, around), cell ? sideways(box, cell) : 0, edge.top - box.top)
    const depth = held ? room.getBoundingClientRect() : edge
    if (!bleeds && element.matches('img, svg, math')) take(shrunk(box, 2), element)
    // What stands in a line is as high as its font, not as its line: the line counts.
    if (getComputedStyle(element).display === 'inline') continue
    below = Math.max(below, held ? Math.max(box.bottom - depth.bottom, depth.top - box.top) : 0)
    if (!held) beyond = Math.max(beyond, box.bottom - edge.bottom)
  }
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement
    if (!parent || !text.nodeValue?.trim() || parent.closest('aside, .behind, svg, math')) continue
    if (isClipped(parent, slide)) continue
    const lines = document.createRange()
    lines.selectNodeContents(text)
    const around = parent.closest('td, th, .column') ?? (bleeds ? slide : parent.closest('.room')) ?? slide
    for (const line of lines.getClientRects()) {
      if (line.width <= 0.5) continue
      beyond = Math.max(beyond, sideways(line, around.getBoundingClientRect()))
      // Lines are taller than their letters: what overlaps is the middle.
      take(shrunk(line, line.height / 2), parent)
    }
  }
  leaves.sort((one, other) => one.top - other.top)
  let open: typeof leaves = []
  for (const leaf of leaves) {
    open = open.filter(({bottom}) => bottom > leaf.top)
    for (const other of open) {
      const across = Math.min(leaf.right, other.right) - Math.max(leaf.left, other.left)
      const along = Math.min(leaf.bottom, other.bottom) - leaf.top
      beyond = Math.max(beyond, Math.min(across, along))
    }
    open.push(leaf)
  }
  return {beyond: Math.max(beyond / scale, 0), below: below / scale}

  /** What leaves the room downwards is over what is below it: that is said by `below`. */
  function take(leaf: (typeof leaves)[number], element: Element): void {
    const floor = room?.contains(element) ? room.getBoundingClientRect().bottom : Number.POSITIVE_INFINITY
    if (leaf.top < floor) leaves.push({...leaf, bottom: Math.min(leaf.bottom, floor)})
  }

  function sideways(box: {left: number; right: number}, around: {left: number; right: number}): number {
    return Math.max(around.left - box.left, box.right - around.right)
  }

  function shrunk({left, right, top, bottom}: DOMRect, by: number) {
    return {left: left + 1, right: right - 1, top: top + by / 2, bottom: bottom - by / 2}
  }

  /** Whether something between an element and its slide cuts it on purpose: a footer’s long line. */
  function isClipped(element: Element, slide: Element): boolean {
    for (let each: Element | null = element; each && each !== slide; each = each.parentElement)
      if (getComputedStyle(each).overflowX !== 'visible' && each.tagName !== 'svg') return true
    return false
  }
}

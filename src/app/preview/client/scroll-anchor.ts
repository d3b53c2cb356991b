/// <reference lib="dom" />

/** Keeps what is read where it is on the screen while a page changes around it. */
export function keepingPlace(page: Document, change: () => boolean): boolean {
  const view = page.defaultView
  const scroller = page.scrollingElement
  if (!view || !scroller || scroller.scrollTop === 0) return change()
  const blocks = [...page.querySelectorAll('[data-blocks] > [data-block]')].filter(
    (block) => block.getClientRects().length > 0
  )
  const read = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 1)
  // What is read may itself be replaced: then what follows stays, else what came before.
  const near = [...blocks.slice(Math.max(read, 0)), ...blocks.slice(0, Math.max(read, 0)).reverse()]
  const tops = new Map(near.slice(0, 200).map((block) => [block, block.getBoundingClientRect().top]))
  const [top, before] = [scroller.scrollTop, tops.get(near[0] as Element)]
  const own = page.documentElement.style.overflowAnchor
  page.documentElement.style.overflowAnchor = 'none'
  const isDone = change()
  const [first] = near
  const kept = first?.isConnected ? first : near.find((block) => block.isConnected && tops.has(block))
  if (isDone && kept) {
    const moved = kept.getBoundingClientRect().top - (tops.get(kept) ?? 0)
    // Where only what is read was replaced, its beginning stays where it was.
    const isBegun = kept !== first && before !== undefined && before < 0
    // A page that is now too short for where it was scrolled to has been scrolled back by that.
    scroller.scrollTop = isBegun ? top : scroller.scrollTop + moved
  }
  page.documentElement.style.overflowAnchor = own
  return isDone
}

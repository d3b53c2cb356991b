/// <reference lib="dom" />
import type {Spot} from '../protocol.js'

/** Text as it is compared: letters and figures alone, since pages set signs and spaces their own way. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The smallest element of a page that begins with, or else holds, the text of a spot. */
export function findSpot(page: Document, spot: Spot, within = 'body'): HTMLElement | undefined {
  const text = bare(spot.text)
  const root = page.querySelector(within)
  const blocks = [...page.querySelectorAll<HTMLElement>('main > [data-block]')]
  const block = spot.block === undefined ? undefined : blocks[spot.block]
  const isThere = block && (text === '' || bare(block.textContent ?? '').includes(text))
  if (isThere) return smallest(block, text)
  return root && text ? smallest(root as HTMLElement, text, true) : undefined
}

function smallest(root: HTMLElement, text: string, mustHold = false): HTMLElement | undefined {
  if (mustHold && !bare(root.textContent ?? '').includes(text)) return undefined
  let found = root
  for (;;) {
    const inner = [...found.children].find(
      (child) => !child.matches('nav, script, style, aside') && bare(child.textContent ?? '').includes(text)
    )
    if (!inner || text === '' || !('style' in inner)) return found
    found = inner as HTMLElement
  }
}

/** Shows an element, and for a moment where it is. */
export function pointOut(element: HTMLElement, isCalm: boolean): void {
  element.scrollIntoView({block: 'center', behavior: isCalm ? 'auto' : 'smooth'})
  element.animate(
    [
      {backgroundColor: '#ffd76a', boxShadow: '0 0 0 6px #ffd76a', color: '#1b1f24'},
      {backgroundColor: 'transparent', boxShadow: '0 0 0 6px transparent'}
    ],
    {duration: 2200, easing: 'ease-in'}
  )
}

/// <reference lib="dom" />

/**
 * Hides all of a page but one of the elements marked `data-photograph`, and says where it is; undefined where no more
 * are. Runs in the page: nothing outside its own body exists there.
 */
export function showAlone(number: number): {x: number; y: number; width: number; height: number} | undefined {
  const shown = document.querySelector<HTMLElement>(`[data-photograph="${number}"]`)
  if (!shown) return undefined
  if (number === 0) {
    const style = document.createElement('style')
    style.textContent = `html, body, .slide { background: none !important }
      .slide:not([data-shown]) { display: none !important }
      .slide, .slide * { visibility: hidden !important }
      [data-photograph][data-shown], [data-photograph][data-shown] * { visibility: visible !important }`
    document.head.append(style)
  }
  for (const before of document.querySelectorAll('[data-shown]')) before.removeAttribute('data-shown')
  shown.setAttribute('data-shown', '')
  shown.closest('.slide')?.setAttribute('data-shown', '')
  const {x, y, width, height} = shown.getBoundingClientRect()
  return {x: x + scrollX, y: y + scrollY, width, height}
}

/// <reference lib="dom" />
import type {Press} from './press.js'

/** How wide each formula of a page is, in order, in ems of its own type. */
export function measureFormulas(press: Pick<Press, 'measure'>, html: string): Promise<number[]> {
  return press.measure(html, {width: 1280, height: 720}, question)
}

// Runs in the page: nothing outside its own body exists there.
function question(): number[] {
  return [...document.querySelectorAll('math')].map((math) => {
    const em = Number.parseFloat(getComputedStyle(math).fontSize)
    return Math.ceil((math.getBoundingClientRect().width / em) * 10) / 10
  })
}

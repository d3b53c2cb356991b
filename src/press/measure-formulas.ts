/// <reference lib="dom" />
import type {Browser} from './browser.js'

/** How wide each formula of a page is, in order, in ems of its own type. */
export function measureFormulas(browser: Browser, html: string): Promise<number[]> {
  return browser.measure(html, {width: 1280, height: 720}, question)
}

// Runs in the page: nothing outside its own body exists there.
function question(): number[] {
  return [...document.querySelectorAll('math')].map((math) => {
    const em = Number.parseFloat(getComputedStyle(math).fontSize)
    return Math.ceil((math.getBoundingClientRect().width / em) * 10) / 10
  })
}

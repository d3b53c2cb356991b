import {availableParallelism} from 'node:os'
import type {Connection} from './connection.js'
import {Tab} from './tab.js'

/** A browser’s tabs: each shows one page after another, as opening one costs more than most prints. */
export interface Tabs {
  /** Waits for a tab, and does something with it that nobody else does meanwhile. */
  use<T>(work: (tab: Tab) => Promise<T>): Promise<T>
}

/** As many as can work at once: more would only wait for one another. */
const mostTabs = Math.max(2, availableParallelism())

/** A tab that may not be open yet. */
interface Opening {
  readonly tab: Promise<Tab>
}

/** The tabs of a browser, of which the first is made ready at once. */
export function openTabs(connection: Connection): Tabs {
  const first = firstOf(connection)
  first.catch(() => undefined)
  const idle: Opening[] = [{tab: first}]
  const waiting: ((opening: Opening) => void)[] = []
  let count = 1

  return {
    async use(work) {
      const opening = await taken()
      let tab: Tab | undefined
      let isGood = false
      try {
        tab = await opening.tab
        const result = await work(tab)
        isGood = true
        return result
      } finally {
        // What went wrong in a tab may still be there: nobody else gets it.
        if (tab && isGood && !tab.isSpent) give({tab: Promise.resolve(tab)})
        else {
          void tab?.close()
          if (waiting.length > 0) give({tab: Tab.open(connection)})
          else count--
        }
      }
    }
  }

  function taken(): Opening | Promise<Opening> {
    const opening = idle.pop()
    if (opening) return opening
    if (count === mostTabs) return new Promise((resolve) => waiting.push(resolve))
    count++
    return {tab: Tab.open(connection)}
  }

  function give(opening: Opening): void {
    const next = waiting.shift()
    if (next) next(opening)
    else idle.push(opening)
  }
}

/** The blank tab that a browser starts with, where it does. */
async function firstOf(connection: Connection): Promise<Tab> {
  const {targetInfos} = await connection.send<{
    targetInfos: {targetId: string; type: string; url: string}[]
  }>('Target.getTargets')
  const blank = targetInfos.find(({type, url}) => type === 'page' && url === 'about:blank')
  return await Tab.open(connection, blank?.targetId)
}

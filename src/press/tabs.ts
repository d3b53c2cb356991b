import {availableParallelism} from 'node:os'
import type {Connection} from './connection.js'
import {Tab} from './tab.js'

/** A browser’s tabs: each shows one page after another, as opening one costs more than most prints. */
export interface Tabs {
  /**
   * Waits for a tab, and does something with it that nobody else does meanwhile; once more in another where the process
   * behind it is gone, as one is that takes too much memory.
   */
  use<T>(work: (tab: Tab) => Promise<T>): Promise<T>
}

/** Said of work in a tab whose process is gone. */
class Crash extends Error {}

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
      try {
        return await once(work)
      } catch (error) {
        if (!(error instanceof Crash)) throw error
        return await once(work)
      }
    }
  }

  async function once<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    const opening = await taken()
    let tab: Tab | undefined
    let isGood = false
    try {
      tab = await opening.tab
      const result = await work(tab)
      isGood = true
      return result
    } catch (error) {
      const isCrashed = !connection.isGone && (await tab?.isCrashed())
      throw isCrashed ? new Crash('Unexpected end of a page’s process', {cause: error}) : error
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

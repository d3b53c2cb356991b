import type {Press} from '../../press/press.js'

/** Said of work on a state that has passed. */
export class Outdated extends Error {}

/** A press that stops working as soon as what it works on is outdated; what the browser has begun it ends by itself. */
export function urgentPress(press: Press, signal: AbortSignal): Press {
  const urgently = <T>(work: () => Promise<T>): Promise<T> => untilOutdated(work, signal)
  return {
    version: () => press.version(),
    print: (...asked) => urgently(() => press.print(...asked)),
    tryOut: (...asked) => urgently(() => press.tryOut(...asked)),
    landingOf: (...asked) => urgently(() => press.landingOf(...asked)),
    measure: (...asked) => urgently(() => press.measure(...asked)),
    draw: (...asked) => urgently(() => press.draw(...asked)),
    picture: (...asked) => urgently(() => press.picture(...asked))
  }
}

/** Waits for some work, but not once it is outdated. */
export function untilOutdated<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(new Outdated())
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Outdated())
    signal.addEventListener('abort', stop, {once: true})
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Waits while nothing changes. */
export function quiet(milliseconds: number, signal: AbortSignal): Promise<void> {
  return untilOutdated(() => new Promise((resolve) => setTimeout(resolve, milliseconds)), signal)
}

/** Something that is made when it is first asked for, and once. */
export interface Lazy<T> {
  get(): Promise<T>
  /** Undefined while nobody has asked for it. */
  started(): Promise<T> | undefined
}

/** Makes something when it is first asked for. */
export function lazily<T>(start: () => Promise<T>): Lazy<T> {
  let promise: Promise<T> | undefined
  return {
    get: () => {
      promise ??= start()
      return promise
    },
    started: () => promise
  }
}

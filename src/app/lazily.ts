/** Something that is made when it is first asked for, and once. */
export interface Lazy<T, Given extends unknown[] = []> {
  /** Only what is given first counts. */
  get(...given: Given): Promise<T>
  /** Undefined while nobody has asked for it. */
  started(): Promise<T> | undefined
}

/** Makes something when it is first asked for. */
export function lazily<T, Given extends unknown[] = []>(
  start: (...given: Given) => Promise<T>
): Lazy<T, Given> {
  let promise: Promise<T> | undefined
  return {
    get: (...given) => {
      promise ??= start(...given)
      return promise
    },
    started: () => promise
  }
}

/**
 * Does some work for each of many, a few at a time, and tells what came of it in their order, each as soon as it and all
 * before it are done. After a failure nothing is begun; it is told when what was under way has ended.
 */
export async function inTurn<T, Done>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<Done>,
  tell: (done: Done, item: T, count: number) => void
): Promise<void> {
  const results = new Map<number, Done>()
  let next = 0
  let told = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      try {
        results.set(index, await work(items[index] as T))
      } catch (error) {
        next = items.length
        throw error
      }
      for (let ready = results.get(told); results.has(told); ready = results.get(told)) {
        results.delete(told)
        told++
        tell(ready as Done, items[told - 1] as T, told)
      }
    }
  }
  const ends = await Promise.allSettled(
    Array.from({length: Math.max(1, Math.min(most, items.length))}, worker)
  )
  const failed = ends.find(({status}) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

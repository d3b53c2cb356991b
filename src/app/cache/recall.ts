import {digestOf} from '../digest.js'
import type {Answer, Inquiry} from './inquiry.js'
import type {Kept, Store} from './store.js'

/** How many sets of questions are tried under one key: a review asks others on another branch. */
const most = 8

/**
 * What was kept under a key when all that was asked for it had the answers it has now. Which questions those are is
 * remembered under the key alone; what came of them under the questions with their answers.
 */
export async function recall(
  store: Store,
  key: string,
  ask: (inquiry: Inquiry) => Promise<string>
): Promise<Kept | undefined> {
  for (const inquiries of await questionsOf(store, key)) {
    const answers = await Promise.all(
      inquiries.map(async (inquiry): Promise<Answer> => ({...inquiry, digest: await ask(inquiry)}))
    )
    const kept = await store.get(stateKey(key, answers))
    if (kept) return kept
  }
  return undefined
}

/** Keeps something under a key and the answers it was made of. */
export async function keep(
  store: Store,
  key: string,
  answers: readonly Answer[],
  said: unknown,
  files: readonly Uint8Array[] = []
): Promise<void> {
  await store.put(stateKey(key, answers), said, files)
  const own = answers.map(({kind, of, path}): Inquiry => ({kind, of, path}))
  const others = (await questionsOf(store, key)).filter(
    (each) => JSON.stringify(each) !== JSON.stringify(own)
  )
  await store.put(questionsKey(key), [own, ...others].slice(0, most))
}

async function questionsOf(store: Store, key: string): Promise<Inquiry[][]> {
  return ((await store.get(questionsKey(key)))?.said ?? []) as Inquiry[][]
}

function questionsKey(key: string): string {
  return `questions of ${key}`
}

function stateKey(key: string, answers: readonly Answer[]): string {
  const told = answers.map(({kind, of, path, digest}) => [kind, of, path, digest])
  return `${key} as of ${digestOf(JSON.stringify(told))}`
}

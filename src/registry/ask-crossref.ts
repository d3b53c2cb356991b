import {NoticesMessage, type WorkAnswer, WorkMessage} from '../model/work-answer.js'
import type {Answer} from './ask.js'
import type {Registry, Said} from './said.js'

const mostNotices = 100

/**
 * Asks Crossref for a work, and for the notices that correct or retract it: it names them itself (`updated-by`), and
 * they name it (`update-to`); either may be missing. Both stand in what is said, each notice once.
 */
export async function askCrossref(
  doi: string,
  {ask, base, mailto, memory}: Registry
): Promise<Said<WorkAnswer>> {
  const source = `${base}/works/${pathOf(doi)}`
  const kept = memory.get(source)
  if (kept) return kept as Said<WorkAnswer>
  const said = await askWork()
  if (said.kind !== 'none') await memory.put(source, said)
  return said

  async function askWork(): Promise<Said<WorkAnswer>> {
    const answer = await ask(withQuery(source, {}))
    if (answer.kind === 'none') return {kind: 'none', reason: answer.reason}
    if (answer.status === 404 && !/^\s*</.test(String(answer.value))) return {kind: 'gone'}
    const read = answer.status === 200 ? WorkMessage.safeParse(answer.value) : undefined
    if (!read?.success) return {kind: 'none', reason: reasonOf(answer, read?.error.issues[0]?.path)}
    const work = read.data.message
    if (!sameDoi(work.DOI, doi)) return {kind: 'moved', to: work.DOI}

    const query = {filter: `updates:${doi}`, select: 'DOI,update-to', rows: String(mostNotices)}
    const found = await ask(withQuery(`${base}/works`, query))
    const notices =
      found.kind === 'answer' && found.status === 200 ? NoticesMessage.safeParse(found.value) : undefined
    if (!notices?.success)
      return {
        kind: 'none',
        reason: `its corrections and retractions: ${reasonOf(found, notices?.error.issues[0]?.path)}`
      }
    const updates = [
      ...(work['updated-by'] ?? []),
      ...notices.data.message.items.flatMap(({DOI, 'update-to': of = []}) =>
        of.filter((each) => sameDoi(each.DOI, doi)).map((each) => ({...each, DOI}))
      )
    ]
    const once = updates.filter(
      (each, index) => index === updates.findIndex((other) => keyOf(other) === keyOf(each))
    )
    once.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    const {'updated-by': _, ...rest} = work
    return {kind: 'record', said: once.length > 0 ? {...rest, 'updated-by': once} : rest, source}
  }

  function withQuery(address: string, query: Readonly<Record<string, string>>): string {
    const all = new URLSearchParams({...query, ...(mailto ? {mailto} : {})})
    return all.size > 0 ? `${address}?${all}` : address
  }
}

/** A notice may be a correction to one source and a retraction to another: the graver word is never lost. */
function keyOf({DOI = '', type = ''}: NonNullable<WorkAnswer['updated-by']>[number]): string {
  const isGrave = /retract|withdraw|remov|concern/i.test(type)
  return `${DOI} ${isGrave || DOI === '' ? type : ''}`.toLowerCase()
}

/** DOIs differ by more than the case of their letters, or not at all. */
export function sameDoi(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase()
}

/** A slash stays readable where no part beside it could be taken for a way up. */
function pathOf(doi: string): string {
  const parts = doi.split('/')
  return parts.some((part) => /^\.{0,2}$/.test(part))
    ? encodeURIComponent(doi)
    : parts.map(encodeURIComponent).join('/')
}

function reasonOf(answer: Answer, path: readonly PropertyKey[] = []): string {
  if (answer.kind === 'none') return answer.reason
  if (answer.status !== 200) return `HTTP ${answer.status}`
  return `its answer has another form at \`${path.join('.') || 'message'}\``
}

import {partOf, type Source} from './parts.js'

/** The files of a project: text by path. */
export type Files = ReadonlyMap<string, string>

/** The ALS review so many times over: each part with headings, trials and works of its own, one list of references. */
export function reviewTimes(source: Source, times: number): Files {
  const parts = Array.from({length: times}, (_, index) => partOf(source, index + 1))
  const first = parts[0] ?? partOf(source, 1)
  const text = [
    first.matter,
    ...parts.map(({body}) => body),
    first.listHeading,
    parts.map(({list}) => list).join('\n')
  ].join('\n')
  return new Map([['content/als-review.md', `${text}\n`], ...evidenceOf(parts)])
}

/** So many small reviews, half of them French, over the checkout’s evidence. */
export function smallReviews(source: Source, count: number): Files {
  const files = Array.from({length: count}, (_, index): [string, string] =>
    index % 2 === 0
      ? [`content/review-${numbered(index)}.md`, smallEnglish(source, index + 1)]
      : [`content/fr/revue-${numbered(index)}.md`, smallFrench(source, index + 1)]
  )
  return new Map([...files, ...evidenceOf([partOf(source, 1)])])
}

/** Reviews of one to six parts, in two languages by turns. */
export function collection(source: Source, count: number): Files {
  const files = Array.from({length: count}, (_, index): [string, string] => {
    const sizes = 1 + (index % 6)
    if (index % 2 === 1)
      return [`content/fr/revue-${numbered(index)}.md`, smallFrench(source, index + 1, sizes)]
    const text = reviewTimes(source, sizes).get('content/als-review.md') ?? ''
    const named = text.replaceAll(
      'Amyotrophic Lateral Sclerosis',
      `Amyotrophic Lateral Sclerosis ${index + 1}`
    )
    return [`content/en/review-${numbered(index)}.md`, named]
  })
  const parts = Array.from({length: 6}, (_, index) => partOf(source, index + 1))
  return new Map([...files, ...evidenceOf(parts)])
}

/** A short review that names so many trials, and so prints a table of them. */
export function manyTrials(source: Source, count: number): Files {
  const parts: ReturnType<typeof partOf>[] = []
  const ids: string[] = []
  while (ids.length < count) {
    const part = partOf(source, parts.length + 1)
    parts.push(part)
    ids.push(...part.trials.map(({protocolSection}) => protocolSection.identificationModule.nctId))
  }
  const named = ids.slice(0, count)
  const lines = Array.from({length: Math.ceil(count / 20)}, (_, index) =>
    named.slice(index * 20, index * 20 + 20).join(', ')
  )
  const text = `---\ntitle: A table of ${count} trials\nlanguage: en\n---\n# A table of ${count} trials

## Trials

The trials of the table are these.

${lines.map((line) => `Trials ${line}.`).join('\n\n')}

::trials

## Conclusion

There are ${count} trials in the table.
`
  return new Map([['content/many-trials.md', text], ...evidenceOf(parts)])
}

function evidenceOf(parts: readonly ReturnType<typeof partOf>[]): [string, string][] {
  return [
    ['content/evidence/trials.json', json(parts.flatMap(({trials}) => trials))],
    ['content/evidence/references.json', json(parts.flatMap(({references}) => references))]
  ]
}

function smallEnglish(source: Source, number: number): string {
  const {body, list, listHeading} = partOf(source, 1)
  const sections = body.split(/^(?=## )/m)
  const kept = [sections[1], sections.at(-1)].map((each = '') => each.replace(/^## .*/, `$& ${number}`))
  const title = `A small review of motor neuron disease, number ${number}`
  return `---\ntitle: ${title}\ndate: 2025-02-25\nlanguage: en\n---\n# ${title}\n\n${kept.join('')}\n${listHeading}\n${list}\n`
}

function smallFrench({french}: Source, number: number, times = 1): string {
  const [head = '', ...sections] = french.split(/^(?=## )/m)
  const list = sections.pop() ?? ''
  const parts = Array.from({length: times}, (_, index) =>
    sections.map((each) => each.replace(/^## .*/, `$& (${number}.${index + 1})`)).join('')
  )
  const titled = head.replace(/^# .*/m, `$& (${number})`)
  return `---\nlanguage: fr\ndate: 2025-02-25\n---\n${titled}${parts.join('')}${list}`
}

function numbered(index: number): string {
  return String(index + 1).padStart(3, '0')
}

function json(records: readonly unknown[]): string {
  return `${JSON.stringify(records, undefined, 2)}\n`
}

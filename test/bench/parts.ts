/** What inputs are made from: the checkout’s own review and its evidence, and a short one in French. */
export interface Source {
  readonly review: string
  readonly trials: string
  readonly references: string
  readonly french: string
}

/** As much of a trial’s record as is looked at here. */
export interface Trial {
  readonly protocolSection: {readonly identificationModule: {readonly nctId: string}}
}

/** One of many: the review with headings, trials and works of its own. */
export interface Part {
  readonly matter: string
  readonly body: string
  readonly listHeading: string
  readonly list: string
  readonly trials: readonly Trial[]
  readonly references: readonly {readonly id: string}[]
}

/** The review’s part of a number; the first is the review as it is. */
export function partOf(source: Source, number: number): Part {
  const [matter = '', text = ''] = split(source.review, /(?<=^---\n[\s\S]*?\n---\n)/)
  const [body = '', closing = ''] = split(own(text, source, number), /^(?=## Selected References)/m)
  const [listHeading = '', list = ''] = split(closing, /(?<=^## .*\n)/)
  return {
    matter,
    body:
      number === 1
        ? body
        : body.replace(/^#(#*) (.*)/gm, (_, more: string, title: string) => headed(more, title, number)),
    listHeading,
    list: list.trim(),
    trials: JSON.parse(own(source.trials, source, number)) as Trial[],
    references: (JSON.parse(own(source.references, source, number)) as {id: string}[]).map((item) =>
      number === 1 ? item : {...item, id: `${item.id}-${number}`}
    )
  }
}

/** The title of a further part is the heading of a section. */
function headed(more: string, title: string, number: number): string {
  return `#${more || '#'} ${title}, part ${number}`
}

/** A text whose identifiers and acronyms are of a part alone, the same in the review and in its evidence. */
function own(text: string, {trials}: Source, number: number): string {
  if (number === 1) return text
  const ids = [...new Set(trials.match(/NCT\d{8}/g))]
  const renamed = text
    .replace(/NCT\d{8}/g, (id) => {
      const index = ids.indexOf(id)
      return index < 0 ? id : `NCT${9e7 + number * 1000 + index}`
    })
    .replace(/PMC(\d{6,})/g, (_, digits: string) => `PMC${number}${digits}`)
    .replace(/\b10\.\d{4,}\//g, `$&p${number}.`)
  return renamed.replace(acronyms(trials), `$&${number}`)
}

function acronyms(trials: string): RegExp {
  const names = [...trials.matchAll(/"acronym": "(\w+)/g)].map(([, name = '']) => name)
  return new RegExp(`\\b(?:${[...new Set(names)].join('|')})\\b`, 'gi')
}

function split(text: string, at: RegExp): [string, string] {
  const index = text.search(at)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index)]
}

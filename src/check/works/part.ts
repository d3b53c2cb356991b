/** A part of a passage’s text, and where it begins in it. */
export interface Part {
  readonly text: string
  readonly from: number
}

/** The same without white space and the signs that only set it off. */
export function bare({text, from}: Part): Part {
  const start = /^[\s"“”„«»‘’'.,:;*–—-]*/.exec(text)?.[0].length ?? 0
  let end = text.length
  while (end > start && edges.includes(text[end - 1] ?? '')) end--
  return {text: text.slice(start, end), from: from + start}
}

const edges = ' \u00A0\u202F"“”„«»‘’\'.,:;*–—-'

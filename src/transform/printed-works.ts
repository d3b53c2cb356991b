/** An identifier of a work that a text prints, where, and the address it stands for. */
export interface PrintedWork {
  readonly address: string
  readonly from: number
  readonly to: number
}

/** The DOIs and the ids of PubMed and PubMed Central that a text prints, each kind in the text’s order. */
export function printedWorks(text: string): PrintedWork[] {
  return kinds.flatMap(([pattern, toAddress]) =>
    [...text.matchAll(pattern)].map((match) => {
      const printed = match[0].replace(/[.,;)\]]+$/, '')
      return {
        address: toAddress(match[1] ?? printed),
        from: match.index,
        to: match.index + printed.length
      }
    })
  )
}

const kinds: readonly [RegExp, (id: string) => string][] = [
  [/\b10\.\d{4,9}\/[^\s"<>]+/g, (doi) => `https://doi.org/${doi}`],
  [/\bPMID:?\s*(\d{5,9})\b/gi, (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`],
  [/\bPMC\d{5,9}\b/g, (id) => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`]
]

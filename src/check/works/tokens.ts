/** A word of a text as it is compared, and where it stands. */
export interface Token {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** A text’s words in lower case, without accents, signs and apostrophes; `&` is `and`. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].flatMap((match) => {
    const word = folded(match[0])
    return word ? [{word, from: match.index, to: match.index + match[0].length}] : []
  })
}

/** The words alone, of a title or name as records hold it, with its marks and references taken out. */
export function wordsOf(text: string): string[] {
  const plain = text.replace(/<\/?[a-z]{1,10}>/gi, '').replace(/&amp;/g, '&')
  return tokensOf(plain).map(({word}) => word)
}

const token = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*|&/gu

function folded(text: string): string {
  if (text === '&') return 'and'
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
}

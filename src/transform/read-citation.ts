/** One `@key` of a citation as it is typed, and where its `@` stands in the text. */
export interface TypedPart {
  readonly key: string
  readonly at: number
  /** All of this part, as it is typed. */
  readonly written: string
  readonly prefix: string
  readonly suppressAuthor: boolean
  readonly label?: string
  readonly locator?: string
  readonly suffix: string
}

/**
 * What stands between the brackets of `[see @a, p. 33; -@b]`; undefined where that is no citation: each part between
 * semicolons names one key.
 */
export function readCitation(text: string): TypedPart[] | undefined {
  const parts: TypedPart[] = []
  let from = 0
  for (const piece of piecesOf(text)) {
    const found = keyIn(piece)
    if (!found) return undefined
    const {before, sign, key, after} = found
    parts.push({
      key,
      at: from + before.length + sign.length,
      written: piece.trim(),
      prefix: unescaped(before.trim()),
      suppressAuthor: sign === '-',
      ...readSuffix(after)
    })
    from += piece.length + 1
  }
  return parts
}

/** A key at the beginning of a text, of the signs that Pandoc lets it have; a DOI may hold brackets that close. */
export function keyAt(text: string): string | undefined {
  const braced = /^\{([^{}]+)\}/.exec(text)
  if (braced) return braced[1]
  const isDoi = /^doi:10\./i.test(text)
  const [run = ''] = (isDoi ? doiKey : plainKey).exec(text) ?? []
  if (!isDoi) return run || undefined
  let key = run
  while (count(key, ')') > count(key, '(')) key = key.slice(0, key.lastIndexOf(')'))
  return key.replace(/[^\p{L}\p{N})]+$/u, '') || undefined
}

const plainKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/]{1,3}(?=[\p{L}\p{N}_]))*/u
const doiKey = /^doi:10\.[^\s,;[\]{}@]*/i

/** A text at its semicolons, but for those in braces. */
function piecesOf(text: string): string[] {
  return (
    text
      .match(/(?:\{[^{}]*\}|[^;])*(?:;|$)/g)
      ?.map((piece) => piece.replace(/;$/, ''))
      .slice(0, text.endsWith(';') ? undefined : -1) ?? []
  )
}

function keyIn(piece: string): {before: string; sign: string; key: string; after: string} | undefined {
  for (const match of piece.matchAll(/(-?)@(?=[\p{L}\p{N}_{])/gu)) {
    const before = piece.slice(0, match.index)
    if (/[\p{L}\p{N}_.@/\\]$/u.test(before)) continue
    const rest = piece.slice(match.index + match[0].length)
    const key = keyAt(rest)
    if (!key) continue
    const length = rest.startsWith('{') ? key.length + 2 : key.length
    return {before, sign: match[1] ?? '', key, after: rest.slice(length)}
  }
  return undefined
}

/** What follows a key: `, p. 33–35, and so on`. */
export function readSuffix(after: string): Pick<TypedPart, 'label' | 'locator' | 'suffix'> {
  const match = locator.exec(after)
  const [whole = '', written = '', number = ''] = match ?? []
  const label = written === '' ? 'page' : labels.find(([pattern]) => pattern.test(written))?.[1]
  if (!match || !label) return {suffix: unescaped(after.trim())}
  return {
    label,
    locator: number.replace(/\s*-{1,3}\s*/g, '-').trim(),
    suffix: unescaped(after.slice(whole.length).trim())
  }
}

const numbers =
  '[\\p{L}]{0,3}\\p{N}[\\p{N}\\p{L}.]{0,20}(?:\\s?[-–—]{1,3}\\s?[\\p{L}]{0,3}\\p{N}[\\p{N}\\p{L}.]{0,20})?'
const locator = new RegExp(
  `^\\s*,?\\s*(\\p{L}{1,12}\\.?|§{1,2}|¶{1,2}|)\\s?(${numbers}(?:,\\s?${numbers})*)(?<!\\.)(?=$|[\\s,;:)])`,
  'u'
)

/** Labels of locators in English and French, in CSL’s words. */
const labels: readonly (readonly [pattern: RegExp, label: string])[] = [
  [/^(?:pp?\.?|pages?)$/i, 'page'],
  [/^(?:chaps?\.?|chapters?|chapitres?)$/i, 'chapter'],
  [/^(?:figs?\.?|figures?)$/i, 'figure'],
  [/^(?:secs?\.?|sections?|sect\.?|§{1,2})$/i, 'section'],
  [/^(?:paras?\.?|paragraphs?|paragraphes?|¶{1,2})$/i, 'paragraph'],
  [/^(?:vols?\.?|volumes?)$/i, 'volume'],
  [/^(?:nn?\.|notes?)$/i, 'note'],
  [/^(?:ll?\.|lines?|lignes?)$/i, 'line'],
  [/^(?:cols?\.?|columns?|colonnes?)$/i, 'column'],
  [/^(?:parts?|pt\.?)$/i, 'part']
]

/** Markdown’s escapes and emphasis in what stands around a key: the processor reads `<i>`. */
function unescaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<![\\\p{L}\p{N}])([*_])(?=\S)([^*_]{1,200})(?<=\S)\1(?![\p{L}\p{N}])/gu, '<i>$2</i>')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

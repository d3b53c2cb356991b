import type {Typography} from '../words/typography.js'

/** A rule: what it finds, and what stands there then; undefined leaves it. */
export interface Rule {
  readonly finds: RegExp
  gives(match: RegExpMatchArray): string | undefined
}

/** Signs typed with the keys there are, as the signs they stand for: dashes, minus, ellipsis, ±, ≤, ×. */
export function signRules({spacedDash}: Typography): Rule[] {
  return [
    as(/(?<!\.)\.\.\.(?!\.)/g, '…'),
    as(/(?<=^|[\s([\d])\+\/-(?=\s|\d|$)/g, '±'),
    as(/(?<![<>=!-])<=(?=\s?[-−]?\.?\d)/g, '≤'),
    as(/(?<![<>=!-])>=(?=\s?[-−]?\.?\d)/g, '≥'),
    as(/(?<![-\s!<]|^)---(?!-)|(?<![-!<])---(?=\s)/g, '—'),
    as(/(?<![-\s!<]|^)--(?![->])|(?<=\s)--(?=\s)/g, '–'),
    {finds: range, gives: ([, from = '', to = '']) => (isRange(from, to) ? `${from}–${to}` : undefined)},
    ...(spacedDash ? [as(/(?<=[\p{L})\]»”’“‘"'%.\uFFFC]\s)-(?=\s[\p{L}([«“‘"'\uFFFC])/gu, '–')] : []),
    as(/(?<=^|[([=<>≤≥≈~±]|[^\d\s]\s|[^\d\s][,;:]\s)-(?=\.?\d)/g, '−'),
    as(/(?<=\d\s)x(?=\s\d)/g, '×')
  ]
}

const range =
  /(?<![\p{L}\p{N}.,\-–−/:@#+_\uFFFC])(\d{1,4}(?:[.,]\d{1,3})?%?)-(\d{1,4}(?:[.,]\d{1,3})?)(?![\p{L}\p{N}\-–−/:@_\uFFFC]|[.,]\d)/gu

/** `131-152` and `2020-2025` go up; `2024-06` is a month, `555-1234` a number to call, `10-3` neither. */
function isRange(from: string, to: string): boolean {
  const [low, high] = [from, to].map((number) => Number(number.replace('%', '').replace(',', '.')))
  if (low === undefined || high === undefined || !(low < high)) return false
  if (/^0\d/.test(from) || /^0\d/.test(to)) return false
  const [left, right] = [from, to].map((number) => number.split(/[.,%]/)[0]?.length ?? 0)
  return left === right || (right ?? 0) < 4 || high - low <= 300
}

function as(finds: RegExp, sign: string): Rule {
  return {finds, gives: () => sign}
}

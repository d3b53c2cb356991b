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
    as(/(?<=^|[\s([\d])\+\/-(?=\s?\d)/g, '±'),
    as(/(?<![<>=!-])<=(?=\s?[-−]?\.?\d)/g, '≤'),
    as(/(?<![<>=!-])>=(?=\s?[-−]?\.?\d)/g, '≥'),
    // Between numbers, the second dash may be a minus: `-2.15--0.33`.
    as(/(?<![-\s!<\d]|^)---(?!-)|(?<![-!<\d])---(?=\s)|(?<=\d)---(?![-\d.])/g, '—'),
    as(/(?<![-\s!<\d%]|^)--(?![->])|(?<=\s)--(?=\s)|(?<=[\d%])--(?![->\d.])/g, '–'),
    {finds: years, gives: ([, from = '', to = '']) => (from < to ? `${from}–${to}` : undefined)},
    {finds: range, gives: ([, from = '', to = '']) => (isRange(from, to) ? `${from}–${to}` : undefined)},
    ...(spacedDash ? [as(/(?<=[\p{L})\]»”’“‘"'%.\uFFFC]\s)-(?=\s[\p{L}([«“‘"'\uFFFC])/gu, '–')] : []),
    // `IL -6` is a name with a stray space.
    as(
      /(?<=^|[([=<>≤≥≈~±]|[^\d\s]\s|[^\d\s][,;:]\s)(?<!(?:[A-Z]{2,}|Co[VX])\s)-(?=\.?\d)|(?<=[A-Z]{2,}\s)-(?=\d*[.,]\d)/g,
      '−'
    ),
    as(/(?<=\d\s)x(?=\s\d)/g, '×')
  ]
}

/** `2020--2025` */
const years = /(?<![\p{L}\p{N}.,\-–−])(\d{4})--(\d{4})(?![\p{L}\p{N}\-–−]|[.,]\d)/gu

/** A range of numbers; not what stands after `Protocol` or `study`, which is a name. */
const range =
  /(?<!\b(?:protocol|stud(?:y|ies)|trials?|grant|fax|tel|phone|code|lot|batch|number|id)\.?[\s:]{1,2})(?<![\p{L}\p{N}.,\-–−/:@#+_\uFFFC])(\d{1,4}(?:[.,]\d{1,3})?%?)-(\d{1,4}(?:[.,]\d{1,3})?)(?![\p{L}\p{N}\-–−/@_\uFFFC]|[.,:]\d)/giu

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

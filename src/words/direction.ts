/** Languages whose text runs from right to left, in the script they are mostly written in. */
const leftward = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** Which way a language’s text runs, by its tag: `uz-Arab` and `az-Latn` say so themselves. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  if (rest.some((each) => ['arab', 'hebr', 'thaa', 'syrc', 'nkoo'].includes(each))) return 'rtl'
  if (rest.some((each) => each.length === 4 && /^[a-z]/.test(each))) return 'ltr'
  return leftward.has(primary) ? 'rtl' : 'ltr'
}

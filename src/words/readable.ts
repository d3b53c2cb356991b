/** `Some new status` of a registry’s `SOME_NEW_STATUS`: for words that a language does not know yet. */
export function readable(word: string): string {
  const text = word.toLowerCase().replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

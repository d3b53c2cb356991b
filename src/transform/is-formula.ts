/** Signs that no prose between two dollars has. */
const signs = /[\\^_=<>≤≥≈≠±×÷∑∏√∞∂∫∈⊂∪∩→]|\\[a-zA-Z]/
/** What is said in words inside a formula. */
const words =
  /\\(?:text|textit|textbf|textrm|mathrm|operatorname|mbox|begin|end)\*?\s*\{[^{}]*\}|\\[a-zA-Z]+/g

/**
 * Whether what stands between two dollars is a formula: `x`, `p < 0.05`, `\frac{a}{b}`. Money is none (`5 million
 * to `, `3,000 = HK`), nor a variable of a shell (`PATH`): prose is full of dollars and a formula can be written
 * more plainly, so that whatever is in doubt stays as written.
 */
export function isFormula(value: string): boolean {
  if (/\s$/.test(value)) return false
  const bare = value.replace(words, ' ')
  if (/^\p{L}$/u.test(value)) return true
  if (/\p{L}{4}|\p{L}{2,}\s+\p{L}{2,}/u.test(bare)) return false
  if (/^\d[\d.,]*\s*$/.test(value) || /^\d[\d.,]*\s*[a-z]*(?:\s|\/)/i.test(value)) return /[\\^_]/.test(value)
  return signs.test(value) && /[\p{L}\\^_]/u.test(value)
}

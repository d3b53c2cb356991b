/**
 * reveal.js with a scale that is never larger than its window: it rounds to hundredths, which cuts some pixels off
 * both edges of a slide in many windows. A version of it that does so no more is given back as it is.
 */
export function withExactScale(script: string): string {
  return script.replace(/(?<=(?<!\w)(\w+))=Math\.round\(\1\*100\)\/100/, '=Math.floor($1*1e4)/1e4')
}

/** A text as a CSS string: nothing in it can end the string or the sheet. */
export function quoted(text: string): string {
  return `"${text.replace(/[^\p{L}\p{M}\p{N} .,:;()–—-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
}

/** A text of at most so many letters, cut at its end; those of East Asia are as wide as two. */
export function shortened(text: string, length: number): string {
  let room = length
  let end = 0
  for (const letter of text) {
    room -=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        letter
      )
        ? 2
        : 1
    if (room < 0) return `${text.slice(0, Math.max(end - 1, 0)).trimEnd()}…`
    end += letter.length
  }
  return text
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' '
}
const kept: Readonly<Record<string, string>> = {
  i: 'i',
  em: 'i',
  italic: 'i',
  sub: 'sub',
  sup: 'sup',
  inf: 'sub'
}

/** A title as CSL takes it: `<i>`, `<sub>` and `<sup>` stay, other tags go and leave their words, entities become signs. */
export function plainTitle(text: string): string {
  return decoded(
    text.replace(
      /<(\/?)(?:[\w-]{1,20}:)?([a-z]\w{0,20})(?:\s[^<>]*)?\/?>/gi,
      (_, slash: string, name: string) => {
        const tag = kept[name.toLowerCase()]
        return tag === undefined ? '' : `<${slash}${tag}>`
      }
    )
  )
    .replace(/\s+/g, ' ')
    .trim()
}

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const code = Number.parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10)
    return 0x20 <= code && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

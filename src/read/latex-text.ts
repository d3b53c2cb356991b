/** A field of BibTeX as text: accents and signs of LaTeX as letters, emphasis as CSL has it, braces gone. */
export function latexText(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(
      /\\(?:text)?(it|bf|sc|emph|superscript|subscript|textsuperscript|textsubscript)\s?\{([^{}]{0,500})\}/g,
      styled
    )
    .replace(accent, (_, sign: string, braced?: string, letter?: string) =>
      `${(braced ?? letter ?? '').replace(/^\\([ij])$/, '$1')}${marks[sign] ?? ''}`.normalize('NFC')
    )
    .replace(
      /\\([A-Za-z]{1,20})(?:\{\}|\s|(?![A-Za-z]))/g,
      (command, name: string) => letters[name] ?? command
    )
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/(?<!\\)~/g, '\u00a0')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/\\([&%$#_{}~^ -])/g, '$1')
    .replace(/(?<!\\)[{}]/g, '')
    .replace(/\$\^\{?([^${}]{1,20})\}?\$/g, '<sup>$1</sup>')
    .replace(/\$_\{?([^${}]{1,20})\}?\$/g, '<sub>$1</sub>')
    .trim()
}

function styled(_: string, command: string, text: string): string {
  const name = command.replace(/^text/, '')
  const tag = {it: 'i', emph: 'i', bf: 'b', superscript: 'sup', subscript: 'sub'}[name]
  return tag ? `<${tag}>${text}</${tag}>` : text
}

const accent =
  /\{?\\(["'`^~=.]|[cuvHkrdbt](?![A-Za-z]))\s?(?:\{(\\?[A-Za-z]?)\}|(\\[ij](?![A-Za-z])|[A-Za-z]))\}?/g

const marks: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
  t: '\u0361'
}

const letters: Readonly<Record<string, string>> = {
  ...{ss: 'ß', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å'},
  ...{i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ'},
  ...{textendash: '–', textemdash: '—', textregistered: '®', texttrademark: '™', textdegree: '°', ldots: '…'},
  ...{alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ', mu: 'μ', textmu: 'μ', pm: '±', times: '×'},
  ...{textquoteright: '’', textquoteleft: '‘', textquotedblleft: '“', textquotedblright: '”', dots: '…'}
}

import {describe, expect, it} from 'vitest'
import {png, read} from './markdown.js'
import {worked} from './worked.js'

const exhibit = (kind: string, id: string) => `<div class="exhibit ${kind}" id="${id}" data-kind="${kind}">`

// Each: what it shows, the author’s text, what it becomes.
const inLine: [name: string, source: string, expected: string][] = [
  ['subscripts inside words', 'H:sub[2]O, Ca:sup[2+]', 'H<sub>2</sub>O, Ca<sup>2+</sup>'],
  ['abbreviations', ':abbr[ALS]{title="a b"} x', '<abbr title="a b">ALS</abbr> x'],
  [
    'other languages',
    ':lang[amyo]{fr} :lang[x]{lang=de-AT}',
    '<span lang="fr">amyo</span> <span lang="de-AT">x</span>'
  ],
  ['marks within', ':smallcaps[a *b* :sub[c]]', '<span class="smallcaps">a <em>b</em> <sub>c</sub></span>'],
  [
    'directives within marks',
    '*:sub[2]* **a:sup[b]**',
    '<em><sub>2</sub></em> <strong>a<sup>b</sup></strong>'
  ],
  ['HTML in a label, harmless', ':sub[<b onclick="x()">y</b>]', '<sub><b>y</b></sub>']
]

const prose = [
  'HR:0.85, 10:30, a ratio of 1:2; p:value :alpha :beta{x} :sub :sub{a} a:b:c ::: and :::: here :',
  'see :foo[bar] and :subs[2] and :sub [2] and :toString[x] :constructor[y]',
  ':sub[open and :sub[a]{open',
  'text :::box[Title] in a line'
]

describe('directives', () => {
  it.each(inLine)('in a line set %s', async (_, source, expected) => {
    const {html, findings} = await read(source)
    expect([html, findings]).toEqual([`<p>${expected}</p>`, []])
  })

  it.each(prose)('leave %j alone', async (source) => {
    const {html, findings} = await read(source)
    expect([html, findings]).toEqual([`<p>${source}</p>`, []])
  })

  it('leave colons alone in links, tables, quotes and code', async () => {
    const {html} = await read('[a:b](https://x.org/c:d) `:sub[2]`\n\n| a:b |\n| - |\n| HR:0.85 |\n\n> e:f\n')
    for (const text of ['>a:b</a>', 'x.org/c:d', '<code>:sub[2]</code>', '<td>HR:0.85</td>', 'e:f'])
      expect(html).toContain(text)
  })

  it('without what they need are errors and print as written', async () => {
    const {html, findings} = await read('a :abbr[ALS] b :sub[2]{id=x} c :lang[d]{notatag} e')
    expect(html).toBe('<p>a :abbr[ALS] b :sub[2]{id=x} c :lang[d]{notatag} e</p>')
    expect(findings).toEqual([
      'content/r.md:1:3  error  Unexpected `:abbr` without `title`, expected `:abbr[ALS]{title="amyotrophic lateral sclerosis"}`  unknown-directive',
      'content/r.md:1:16  error  Unexpected `id=x` of `:sub`, expected `:sub[2]`  unknown-directive',
      'content/r.md:1:32  error  Unexpected `lang=notatag` of `:lang`, expected `:lang[amyotrophie]{fr}`  unknown-directive'
    ])
  })

  it('set boxes', async () => {
    const {html, findings} = await read(':::box[A *t*]{#x}\nText\n:::\n\n:::box\nBare\n:::\n')
    expect(html).toBe(
      '<div class="box" id="box-x" role="note"><p class="box-title"><strong>A <em>t</em></strong></p><p>Text</p></div><div class="box"><p>Bare</p></div>'
    )
    expect(findings).toEqual([])
  })

  it('set tables with captions and notes', async () => {
    const {html, findings} = await read(
      ':::table[C **b**]{#x}\n| a | b |\n| - | - |\n| c | d |\n\nNote.\n:::\n\n[see](#tbl-x)\n'
    )
    expect(html.replace(/\n/g, '')).toContain(
      `${exhibit('table', 'tbl-x')}<table><caption><span class="number">Table 1.</span> C <strong>b</strong></caption><thead>`
    )
    expect(html).toContain(
      '</table><div class="table-notes"><p>Note.</p></div></div><p><a href="#tbl-x" class="cross-reference">see</a></p>'
    )
    expect(findings).toEqual([])
  })

  it('set figures with captions, notes and widths', async () => {
    const {html} = await read(':::figure[C]{#fig-y width=60%}\n![a](x.png) ![b](x.png)\n\nNote.\n:::\n', {
      'content/x.png': png(4, 4)
    })
    expect(html.replace(/src="[^"]*"/g, 'src')).toBe(
      `${exhibit('figure', 'fig-y')}<img src alt="a" style="width:60%"><img src alt="b" style="width:60%"><p class="caption"><span class="number">Figure 1.</span> C</p><div class="notes"><p>Note.</p></div></div>`
    )
  })

  it('know one another inside one another', async () => {
    const {html} = await read('::::box[T]\n:::table[C]\n| a |\n| - |\n| b |\n:::\n::::\n')
    expect(html).toMatch(/^<div class="box".*<div class="exhibit table" data-kind="table" id="tbl-1"><table>/)
  })

  it('refuse second ids, wrong ids and widths, and keep the rest', async () => {
    const {html, findings} = await read(
      ':::box[a]{#x}\nA\n:::\n\n:::box[b]{#box-x}\nB\n:::\n\n:::figure[c]{#fig-c width="1px;position:fixed"}\nC\n:::\n\n:::box[d]{#É}\nD\n:::\n\n:::table[e]{#tbl-trials}\nE\n:::\n'
    )
    expect(html).not.toContain('position')
    expect(html.match(/ id="[^"]*"/g)).toEqual([' id="box-x"', ' id="fig-c"', ' id="tbl-1"'])
    expect(findings.map((each) => each.replace(/ {2}error.* {2}/, ' '))).toEqual([
      'content/r.md:5:1 duplicate-id',
      'content/r.md:9:1 unknown-directive',
      'content/r.md:13:1 unknown-directive',
      'content/r.md:17:1 duplicate-id'
    ])
  })

  it('print what is not known, and lose none of its text', async () => {
    const {html, findings} = await read(':::note[My *label*]{a=b}\nInner :sub[2].\n\n::trails\n:::\n')
    expect(html).toBe('<p>:::note[My *label*]{a=b}</p><p>Inner <sub>2</sub>.</p><p>::trails</p>')
    expect(findings.length).toBe(2)
  })

  it('say that a container has no end', async () => {
    const {html, findings} = await read('> :::box[a]\n> A\n> :::\n\n:::box[b]\nB\n')
    expect(html.match(/class="box"/g)).toHaveLength(2)
    expect(findings).toEqual([
      'content/r.md:5:1  warning  Unexpected `:::box` without its end, expected a line `:::` below it  unclosed-directive'
    ])
  })

  it('cannot be posed as by HTML', async () => {
    const {html} = await read(
      '<div class="exhibit" id="tbl-x" data-kind="table">a</div>\n\n<lectern-directive key="0" name="trials">b</lectern-directive>\n\n:sub[2]\n'
    )
    expect(html).toContain('<div>a</div>')
    expect(html).toContain('&#x3C;lectern-directive')
    expect(html.match(/<sub>/g)).toHaveLength(1)
  })

  it.each([
    [':'.repeat(100_000)],
    [':a'.repeat(50_000)],
    [':sub['.repeat(3_000)],
    [':sub[a]{'.repeat(2_000)],
    [':abbr[a]{title="'.repeat(1_000)],
    ['$'.repeat(100_000)],
    ['$a '.repeat(33_000)],
    ['a$x'.repeat(33_000)],
    ['$$a '.repeat(2_000)],
    ['\\$'.repeat(10_000)],
    ['$x$ '.repeat(2_000)],
    [':::a\n'.repeat(300)],
    ['<img'.repeat(5_000)]
  ])('read a long line of colons or dollars at once, %#', {timeout: 20_000}, async (source) => {
    const start = worked()
    await read(source)
    expect(worked() - start).toBeLessThan(8000)
  })
})

describe('pictures', () => {
  it('say in words what they show, or are an HTML decoration', async () => {
    const {findings} = await read(
      '![](x.png)\n\n<img alt="" src="x.png">\n\n<img src="x.png">\n\n![a][l]\n\n[l]: x.png\n',
      {
        'content/x.png': png(4, 4)
      }
    )
    expect(findings.map((each) => each.replace(/ {2}Unexpected.* {2}/, ' '))).toEqual([
      'content/r.md:1:1  warning missing-alternative',
      'content/r.md:5:1  warning missing-alternative'
    ])
  })

  it('with a title, alone in a paragraph, are figures', async () => {
    const {html} = await read('![a](x.png "Cap")\n\nIn a line ![a](x.png "T")\n', {
      'content/x.png': png(4, 4)
    })
    expect(html.replace(/src="[^"]*"/g, 'src')).toBe(
      '<div class="exhibit figure" data-kind="figure" id="fig-1"><img src alt="a"><p class="caption"><span class="number">Figure 1.</span> Cap</p></div><p>In a line <img src alt="a" title="T"></p>'
    )
  })

  it('larger than a page can show are errors', async () => {
    const {findings} = await read('![a](x.png)', {'content/x.png': png(30_000, 30_000)})
    expect(findings).toEqual([
      'content/r.md:1:1  error  Unexpected picture `x.png` of 30000 × 30000 pixels, expected at most 50 million, and 20000 to a side  image-limit'
    ])
  })

  const drawing = (content: string, attributes = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${content}</svg>`
  it.each([
    ['scripts', drawing('<script>alert(1)</script><rect/>'), '`<script>`'],
    ['handlers', drawing('<rect onclick="a()"/>', 'onload="b()"'), '`onclick`, `onload`'],
    ['foreign objects', drawing('<foreignObject><p>a</p></foreignObject>'), '`<foreignObject>`'],
    [
      'files',
      drawing('<image href="file:///etc/passwd"/><use xlink:href="http://x.org/a#b"/>'),
      '`href`, `xlink:href`'
    ],
    ['imports', drawing('<style>@import "http://x.org/a.css";</style>'), '`<style>`'],
    [
      'addresses in styles',
      drawing('<rect style="fill:url(http://x.org)" fill="u\\72l(x)"/>'),
      '`fill`, `style`'
    ],
    [
      'patterns that a style sheet draws with',
      drawing('<style>rect{fill:url(#p)}</style><pattern id="p"><rect/></pattern>'),
      '`<style>`'
    ],
    ['links that run', drawing('<a href="javascript:a()"><rect/></a>'), '`href`'],
    ['movement', drawing('<rect><animate attributeName="x"/><set/></rect>'), '`<animate>`, `<set>`']
  ])('in SVG lose %s', async (_, svg, lost) => {
    const {html, findings} = await read('![a](x.svg)', {'content/x.svg': svg})
    const kept = Buffer.from(/base64,([^"]*)/.exec(html)?.[1] ?? '', 'base64').toString()
    expect(kept).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(kept).not.toMatch(/script|onclick|onload|foreign|file:|x\.org|@import|\\|animate|<set/)
    expect(findings).toEqual([
      `content/r.md:1:1  warning  Unexpected ${lost} in the drawing \`x.svg\`, expected shapes and text: that is left out  unsafe-drawing`
    ])
  })

  const nested = Array.from(
    {length: 30},
    (_, n) => `<g id="a${n + 1}"><use href="#a${n}"/><use href="#a${n}"/></g>`
  )
  const laughs = Array.from({length: 9}, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`)
  it.each([
    ['entities', `<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs.join('')}]>${drawing('<text>&l9;</text>')}`],
    ['references that multiply', drawing(`<defs><rect id="a0"/>${nested.join('')}</defs><use href="#a30"/>`)],
    [
      'patterns that lead back',
      drawing('<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>')
    ],
    ['nesting without end', drawing('<g>'.repeat(50_000) + '</g>'.repeat(50_000))],
    ['no end', '<svg xmlns="http://www.w3.org/2000/svg"><rect>'],
    ['too much', drawing(`<text>${'a'.repeat(6_000_000)}</text>`)]
  ])('in SVG with %s are refused', async (_, svg) => {
    const {html, findings} = await read('![a](x.svg)', {'content/x.svg': svg})
    expect(html).toBe('<p><img alt="a"></p>')
    expect(findings[0]).toContain('malformed-drawing')
  })

  it('in SVG keep shapes, shades, text and pictures of their own', async () => {
    const svg = drawing(
      '<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path class="a" d="M0 0"/><text>É &amp; é</text><image href="data:image/png;base64,AAAA"/><use xlink:href="#g"/>'
    )
    const {html, findings} = await read('![a](x.svg)', {'content/x.svg': svg})
    const kept = Buffer.from(/base64,([^"]*)/.exec(html)?.[1] ?? '', 'base64').toString()
    for (const part of [
      '.a{fill:url(#g)}',
      'offset="0"',
      'M0 0',
      'É &#x26; é',
      'data:image/png;base64,AAAA',
      'xlink:href="#g"'
    ])
      expect(kept).toContain(part)
    expect(findings).toEqual([])
  })
})

describe('a line that begins as a directive and is none', () => {
  it.each([
    ['::table{src=x.csv caption="A "b" c"}', 'content/r.md:3:1'],
    ['::trials and more', 'content/r.md:3:1'],
    ['::figure{pipeline', 'content/r.md:3:1'],
    [':::box[Title\n\nText', 'content/r.md:3:1'],
    ['Text\n::include{src=}', 'content/r.md:4:1']
  ])('is an error: %s', async (line, place) => {
    const {findings} = await read(`Text.\n\n${line}\n`)
    expect(findings.map((each) => each.split('  ')[0])).toEqual([place])
    expect(findings[0]).toMatch(/ error .* (?:unknown-directive|unknown-figure)$/)
  })

  it.each(['`::table{` in code', 'std::table is C++', '::tables are none'])('is none: %s', async (line) => {
    expect((await read(`${line}\n`)).findings).toEqual([])
  })
})

it('a paragraph of brackets without end is an error, in no time', async () => {
  const {findings} = await read(`A\n\nText ${']'.repeat(100_000)}\n`)
  expect(findings).toEqual([
    'content/r.md:3:1  error  Unexpected paragraph with more than 2000 closing brackets, expected less  too-deep'
  ])
})

it('a drawing with letters that the browser has no font for is an error', async () => {
  const svg = (text: string) => `<svg xmlns="http://www.w3.org/2000/svg"><text>${text}</text></svg>`
  const {findings} = await read('![a](x.svg)\n\n![b](y.svg)\n', {
    'content/x.svg': svg('ALS ≥ 5'),
    'content/y.svg': svg('治験 → 5')
  })
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatch(/^content\/r\.md:3:1 {2}error .*outlines.* malformed-drawing$/)
})

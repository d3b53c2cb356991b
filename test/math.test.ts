import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {read} from './markdown.js'
import {openPdf} from './pdf.js'
import {buildProject, makeProject} from './project.js'

const frame = (inner: string, said: string) => `<math alttext="${said}">${inner}</math>`

describe('formulas', () => {
  it.each([
    ['$x$', 'x'],
    ['$x_i^2$', 'x sub i squared'],
    ['$p < 0.05$', 'p is less than 0.05'],
    ['$\\frac{a+b}{2}$', 'the quantity a plus b end over 2'],
    ['$\\sum_{i=1}^{n} w_i$', 'the sum from i equals 1 to n of w sub i'],
    ['$\\sqrt{\\beta}$', 'the square root of beta end'],
    ['$\\hat\\theta \\pm 1.96$', 'theta hat plus or minus 1.96'],
    ['$e^{-\\lambda t}$', 'e to the power minus lambda t'],
    ['$\\text{HR} = 0.85$', 'HR equals 0.85'],
    ['$\\begin{pmatrix}a\\\\b\\end{pmatrix}$', '\\begin{pmatrix}a\\\\b\\end{pmatrix}']
  ])('%s say %j', async (source, said) => {
    const {html, findings} = await read(`A ${source} b`)
    expect(findings).toEqual([])
    expect(html).toContain(`<math alttext="${said}">`)
  })

  it('are said in French', async () => {
    const {html} = await read('$\\frac{x^2}{\\beta} \\le 1$', {}, 'fr')
    expect(html).toContain('alttext="la quantité x au carré fin sur bêta est inférieur ou égal à 1"')
  })

  it.each([
    'It cost $5 million to $10 million.',
    'US$ 3,000 and US$3,000, or A$5 and HK$10.',
    '$PATH and $PATH$, $HOME/$USER.',
    'from $3 = €2 to 5$ or $5/day vs 10$',
    'costs $20,000, $30,000 and $40,000 a year',
    'a $ b $ c, $x $y, $ x$, 5$ and 6$',
    'escaped \\$x\\$'
  ])('are none in %j', async (source) => {
    const {html, findings} = await read(source)
    expect([html, findings]).toEqual([`<p>${source.replaceAll('\\$', '$')}</p>`, []])
  })

  it('are displayed, on lines of their own or in one', async () => {
    const {html, findings} = await read('$$\na\n+ b\n\n- c\n$$\n\n$$x = y$$\n\n> $$\n> z\n> $$\n')
    expect(findings).toEqual([])
    expect(html.match(/<p class="formula"><math display="block"/g)).toHaveLength(3)
    expect(html).toContain('alttext="a plus b minus c"')
  })

  it('stand in headings, tables, links and key points, said there in words', async () => {
    const {html, document} = await read(
      '## On $x_i$\n\nLead $x_i$ here.\n\n| a |\n| - |\n| $x^2$ |\n\n[$y$](https://x.org/)\n'
    )
    expect(document.headings.map(({id, text}) => [id, text])).toEqual([['sec-on-x-sub-i', 'On x sub i']])
    expect(document.keyPoints).toEqual(['Lead x sub i here.', 'y'])
    expect(html).toContain(`<td>${frame('<msup><mi>x</mi><mn>2</mn></msup>', 'x squared')}</td>`)
    expect(html).toContain(`<a href="https://x.org/">${frame('<mi>y</mi>', 'y')}</a>`)
  })

  it.each([
    ['$\\frac{a$', 'an unclosed brace'],
    ['$\\nope{x}$', 'an unknown command'],
    ['$$\\href{javascript:a()}{x}$$', 'a link'],
    ['$$\\includegraphics{/etc/passwd}$$', 'a picture'],
    ['$\\def\\a{\\a\\a}\\a$', 'a definition'],
    ['$\\gdef\\a{x}_1$', 'a definition for all'],
    [`$$${'\\sqrt{'.repeat(140)}x${'}'.repeat(140)}$$`, 'too much nesting'],
    [`$$\n${'x+'.repeat(1500)}1\n$$`, 'too many characters'],
    ['$$\nx', 'no end'],
    ['$$\n$$', 'nothing']
  ])('%# are errors and print as written', async (source) => {
    const {html, findings} = await read(`${source}\n`)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatch(/^content\/r.md:1:1 {2}error .*malformed-math$/)
    expect(html).toContain('<code>$')
    expect(html).not.toContain('<math')
  })

  it('of the author’s HTML stay text', async () => {
    const {html} = await read(
      '<math href="javascript:a()"><mi onclick="b()">x</mi><annotation-xml><script>c</script></annotation-xml></math> $y$\n'
    )
    expect(html).not.toMatch(/javascript|<mi |<script|<math href/)
    expect(html).toContain('<mi>y</mi>')
  })
})

describe('a printed formula', () => {
  it('has a face of its own, and is said in bookmarks', async () => {
    const project = makeProject({
      'content/r.md':
        '---\nlanguage: en\n---\n\n# T\n\n## On $x_i^2$\n\nThe mean $\\hat\\theta$ is known.\n\n$$\n\\hat\\theta = \\frac{\\sum_{i=1}^k w_i \\theta_i}{\\sqrt{\\left(\\frac{a}{b}\\right)}}\n$$\n'
    })
    const {findings, out} = await buildProject(project, {only: ['report', 'slides']})
    expect(findings).toEqual([])
    const pdf = await openPdf(readFileSync(join(out, 'r/report.pdf')))
    expect(pdf.fonts.map(({name}) => name.replace(/^\w+\+/, ''))).toContain('STIXTwoMath-Regular')
    expect(pdf.fonts.every(({type, embedded}) => type !== 'Type3' && embedded)).toBe(true)
    expect(pdf.outline.map((each) => each.trim())).toContain('On x sub i squared')
    expect(readFileSync(join(out, 'r/slides.html'), 'utf8')).toContain('Lectern math')
  })
})

import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {png, read} from './markdown.js'
import {buildProject, makeProject} from './project.js'

describe('an included file', () => {
  it('takes its directive’s place, from beside the file or from the root', async () => {
    const {html, findings} = await read('A\n\n::include{src=_p/a.md}\n\n- b\n\n  ::include{src=/x/_b.md}\n', {
      'content/_p/a.md': '## In\n\nfirst\n\n::include{src="b c.md"}\n',
      'content/_p/b c.md': 'second',
      'x/_b.md': 'third'
    })
    expect(html.replace(/\n/g, '')).toBe(
      '<p>A</p><h2 id="sec-in">In</h2><p>first</p><p>second</p><ul><li><p>b</p><p>third</p></li></ul>'
    )
    expect(findings).toEqual([])
  })

  it('has its findings at its own places, whatever complains', async () => {
    const part = [
      'Text NCT00000001.',
      '![](gone.png)',
      '[a](#gone)',
      '| a |\n| - |\n| b | c |',
      '::trails',
      ':abbr[x]',
      '$\\frac{$',
      '::table{src=gone.csv}'
    ]
    const {findings, document} = await read('One\r\n\r\n::include{src=_a.md}\r\n\r\n[b](#none)\r\n', {
      'content/_a.md': '::include{src=_b.md}\n',
      'content/_b.md': part.join('\n\n')
    })
    expect(findings.map((each) => each.replace(/ {2}Unexpected.* {2}/, ' '))).toEqual([
      'content/r.md:5:1  warning broken-link',
      'content/_b.md:1:6  warning unknown-trial',
      'content/_b.md:3:1  warning missing-alternative',
      'content/_b.md:3:1  error missing-image',
      'content/_b.md:5:1  warning broken-link',
      'content/_b.md:9:1  warning surplus-cells',
      'content/_b.md:11:1  error unknown-directive',
      'content/_b.md:13:1  error unknown-directive',
      'content/_b.md:15:1  error malformed-math',
      'content/_b.md:17:1  error missing-data'
    ])
    expect(document.trials.map(({id}) => id)).toEqual(['NCT00000001'])
  })

  it('keeps its own link names, footnotes and picture paths', async () => {
    const {html, findings} = await read(
      'Root[^1] [x][l]\n\n::include{src=_p/a.md}\n\n[^1]: root note\n\n[l]: https://root.org/\n',
      {
        'content/_p/a.md':
          'Part[^1] [y][l] ![i][p]\n\n[^1]: part note\n\n[l]: https://part.org/\n[p]: i.png\n',
        'content/_p/i.png': png(2, 2)
      }
    )
    expect(html).toContain('<a href="https://root.org/">x</a>')
    expect(html).toContain('<a href="https://part.org/">y</a> <img src="data:image/png')
    expect(html).toMatch(/root note[\s\S]*part note/)
    expect(html.match(/data-footnote-ref/g)).toHaveLength(2)
    expect(findings).toEqual([])
  })

  it('has no front matter of its own', async () => {
    const {html, findings} = await read('::include{src=_a.md}', {
      'content/_a.md': '---\ntitle: T\n---\n\nText\n'
    })
    expect(html).toBe('<p>Text</p>')
    expect(findings).toEqual([
      'content/_a.md:1:1  warning  Unexpected front matter of an included file, expected it in the review: it counts for nothing  included-front-matter'
    ])
  })

  it.each([
    ['gone.md', 'missing-include'],
    ['../../etc/passwd', 'missing-include'],
    ['/etc/passwd.md', 'missing-include'],
    ['https://example.org/a.md', 'missing-include'],
    ['_a.txt', 'missing-include'],
    ['r.md', 'include-loop']
  ])('%s is an error and prints as written', async (src, rule) => {
    const {html, findings} = await read(`::include{src="${src}"}`, {
      'content/_a.txt': 'x',
      'content/r.md': 'y'
    })
    expect(html.replace(/[“”]/g, '"')).toBe(`<p>::include{src="${src}"}</p>`)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatch(new RegExp(`^content/r.md:1:1 {2}error .* ${rule}$`))
  })

  it('in a circle is said once, with the way round', async () => {
    const {findings} = await read('::include{src=_a.md}', {
      'content/_a.md': 'a\n\n::include{src=_b.md}',
      'content/_b.md': '::include{src=_a.md}'
    })
    expect(findings).toEqual([
      'content/_b.md:1:1  error  Unexpected circle of included files `content/_a.md` → `content/_b.md` → `content/_a.md`, expected an end  include-loop'
    ])
  })

  it('goes no deeper than eight, and no further than two hundred', async () => {
    const chain = Object.fromEntries(
      Array.from({length: 12}, (_, n) => [`content/_${n}.md`, `level${n}\n\n::include{src=_${n + 1}.md}`])
    )
    const deep = await read('::include{src=_0.md}', chain)
    expect(deep.html).toContain('level7')
    expect(deep.html).not.toContain('level8')
    expect(deep.findings.map((each) => each.split(' ')[0])).toEqual(['content/_7.md:3:1'])

    const many = await read('::include{src=_a.md}\n\n'.repeat(10_000), {'content/_a.md': 'part'})
    expect(many.html.match(/<p>part<\/p>/g)).toHaveLength(200)
    expect(many.findings).toHaveLength(1)
    expect(many.findings[0]).toMatch(/^content\/r.md:401:1 .*include-limit$/)
  })

  it('that is too large, or no text in UTF-8, is an error', async () => {
    const large = await read('::include{src=_a.md}', {'content/_a.md': 'x '.repeat(2_500_000)})
    expect(large.findings[0]).toContain('include-limit')
    const other = await read('::include{src=_a.md}', {'content/_a.md': Buffer.from('a\nb\xe9\n', 'latin1')})
    expect(other.findings[0]).toMatch(/^content\/_a.md:2:1 {2}error .*not-utf8$/)
  })

  it('nests no deeper with others than one alone', async () => {
    const {findings} = await read(`${'> '.repeat(50)}::include{src=_a.md}`, {
      'content/_a.md': `${'> '.repeat(50)}x`
    })
    expect(findings[0]).toContain('too-deep')
  })

  it('is built, recorded, and never read outside the project', async () => {
    const project = makeProject({
      'content/r.md':
        '---\nlanguage: en\n---\n\n# T\n\n## A\n\n::include{src=_p/a.md}\n\n$$\n\\frac{a}{b}\n$$\n',
      'content/_p/a.md': 'Part of $x_i$.\n'
    })
    const {findings, out, built} = await buildProject(project, {only: ['web']})
    expect([findings, built]).toEqual([[], ['r']])
    const manifest = await import(join(out, 'r/manifest.json'), {with: {type: 'json'}})
    expect(JSON.stringify(manifest.default.inputs)).toContain('content/_p/a.md')

    mkdirSync(join(project, '../outside-of-lectern'), {recursive: true})
    writeFileSync(join(project, '../outside-of-lectern/s.md'), 'secret')
    symlinkSync(join(project, '../outside-of-lectern'), join(project, 'content/_out'))
    for (const src of ['_out/s.md', '../../outside-of-lectern/s.md']) {
      writeFileSync(join(project, 'content/r.md'), `---\nlanguage: en\n---\n\n::include{src=${src}}\n`)
      const {findings, failed} = await buildProject(project, {only: ['web']})
      expect([findings.map(({rule}) => rule), failed]).toEqual([['missing-include'], ['r']])
    }
  })
})

import {describe, expect, it} from 'vitest'
import {readData} from '../src/read/read-data.js'
import {isNumericColumn} from '../src/transform/numeric-columns.js'
import {read} from './markdown.js'

const csv = 'Site,n,Mean\nA,"1,034",1.5\nB,95,10.25\nNCT04856982,,3\n'

describe('a table of data', () => {
  it('is set with caption, row headers and figures, its decimals below one another', async () => {
    const {html, findings, document} = await read(
      'Text\n\n::table{src=data/x.csv caption="Sites & <b>" #sites}\n\n[s](#tbl-sites)\n',
      {
        'content/data/x.csv': csv
      }
    )
    expect(html.replace(/\n/g, '')).toContain(
      '<div class="exhibit table" data-kind="table" id="tbl-sites"><table class="data"><caption><span class="number">Table 1.</span> Sites &#x26; &#x3C;b></caption><thead><tr><th scope="col">Site</th><th scope="col" class="figure">n</th><th scope="col" class="figure">Mean</th></tr></thead>'
    )
    expect(html.replace(/\n/g, '')).toContain(
      '<tr><th scope="row">A</th><td class="figure">1,034</td><td class="figure" style="--missing-decimals:1;--missing-point:0">1.5</td></tr>'
    )
    expect(html).toContain('<td class="figure"></td>')
    expect(html).toContain('<a href="https://clinicaltrials.gov/study/NCT04856982">')
    expect(html).toContain('<a href="#tbl-sites" class="cross-reference">s</a>')
    expect(document.trials.map(({id}) => id)).toEqual(['NCT04856982'])
    expect(findings).toEqual([
      'content/r.md:3:1  warning  Unexpected trial `NCT04856982` without a record, expected one in `content/evidence/trials.json`: `lectern refresh --add` asks the registry for it  unknown-trial'
    ])
  })

  // Each: the file’s ending, its text, its columns and rows.
  it.each([
    ['csv', 'a;b\n1,5;2\n', ['a', 'b'], [['1,5', '2']]],
    ['csv', '\uFEFFa,b\r\n"x ""y""\nz",=cmd()\r\n', ['a', 'b'], [['x "y"\nz', '=cmd()']]],
    ['tsv', 'a\tb\n1\t\n', ['a', 'b'], [['1', '']]],
    [
      'json',
      '[{"a": 1.50, "b": null}, {"b": true, "c": "x"}]',
      ['a', 'b', 'c'],
      [
        ['1.50', '', ''],
        ['', 'true', 'x']
      ]
    ],
    [
      'json',
      '{"columns": ["a", {"key": "b", "label": "B"}], "rows": [[1, 2], {"b": 3}]}',
      ['a', 'B'],
      [
        ['1', '2'],
        ['', '3']
      ]
    ],
    ['json', '[{"__proto__": "x", "constructor": "y"}]', ['__proto__', 'constructor'], [['x', 'y']]],
    [
      'yaml',
      '- a: 1.50\n  b: 2023-01-02\n- __proto__: no\n',
      ['a', 'b', '__proto__'],
      [
        ['1.50', '2023-01-02', ''],
        ['', '', 'no']
      ]
    ],
    ['yml', 'columns: [a]\nrows:\n- [1]\n', ['a'], [['1']]]
  ] as const)('is read from %s %#', (kind, text, labels, rows) => {
    const {file, table} = readData(`x.${kind}`, kind, new TextEncoder().encode(text))
    expect(file.messages).toEqual([])
    expect(table?.columns.map(({label}) => label)).toEqual(labels)
    expect(table?.rows).toEqual(rows)
  })

  it.each([
    ['csv', 'a,b\n1,"2\n', 'content/x.csv:'],
    ['csv', '', 'content/x.csv:1:1  error'],
    ['csv', 'a,b\n1,2\n1,2,3\n', 'content/x.csv:3:1  warning'],
    ['json', '[\n  {"a": 1,}\n]', 'content/x.json:2:11  error'],
    ['json', '[\n  {"a": {"b": 1}}\n]', 'content/x.json:2:9  error'],
    ['json', '{"a": 1}', 'content/x.json:1:1  error'],
    ['json', '[1]', 'content/x.json:1:1  error'],
    ['json', '['.repeat(100_000), 'content/x.json:1:1  error'],
    ['yaml', 'a: [b\n', 'content/x.yaml:'],
    ['yaml', '- a: 1\n- a:\n    b: c\n', 'content/x.yaml:3:5  error'],
    [
      'yaml',
      `a: &a [x]\n${Array.from({length: 20}, (_, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *${n ? `b${n - 1}` : 'a'}]`).join('\n')}\n`,
      'content/x.yaml:1:1  error'
    ]
  ])('that is malformed is said in its own file: %s %#', async (kind, text, expected) => {
    const {html, findings} = await read(`::table{src=x.${kind}}`, {[`content/x.${kind}`]: text})
    expect(findings.find((each) => each.startsWith(expected))).toBeDefined()
    if (!expected.includes('warning')) expect(html).toBe(`<p>::table{src=x.${kind}}</p>`)
  })

  it.each([
    ['60 MB', Buffer.alloc(60_000_000, 'a,b\n')],
    ['rows', `a\n${'1\n'.repeat(6000)}`],
    ['columns', `${'a,'.repeat(70)}\n`]
  ])('is refused with too many %s', async (_, content) => {
    const {findings} = await read('::table{src=x.csv}', {'content/x.csv': content})
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatch(/^content\/x.csv:1:1 {2}error .* data-limit$/)
  })

  it('says which templates and files there are', async () => {
    const files = {'content/x.csv': 'a\n1\n'}
    const unknown = await read('::table{src=x.csv template=nope}', files)
    expect(unknown.findings[0]).toContain(
      'Unexpected template `nope`, expected one of `data`, `references`, `trials`, `trials-short`  unknown-template'
    )
    const wrong = await read('::table{src=x.csv template=trials}', files)
    expect(wrong.findings[0]).toContain('malformed-template')
    for (const src of ['gone.csv', '../../x.csv', '/etc/passwd', 'x.md', 'file:///x.csv'])
      expect((await read(`::table{src="${src}"}`, files)).findings[0]).toContain('missing-data')
  })
})

describe('numbers', () => {
  it.each([
    [['1', '2.5', '–3'], true],
    [['12 %', '8%', ''], true],
    [['0.82 (0.70–0.96)', 'n/a', '–'], true],
    [['1 234', '1,234', '< 0.001'], true],
    [['5 ± 2', '3–4', '10 to 12'], true],
    [['', '–'], false],
    [['1', 'A'], false],
    [['2023-07-28'], false],
    [['NCT04856982'], false],
    [['1'.repeat(100)], false]
  ])('are known in %j: %s', (cells, expected) => {
    expect(isNumericColumn(cells)).toBe(expected)
  })

  it('are set as figures in tables of Markdown whose author aligned nothing', async () => {
    const own = await read('| a | b |\n| - | - |\n| x | 1 |\n')
    expect(own.html).toContain('<td class="figure">1</td>')
    const aligned = await read('| a | b |\n| - | :- |\n| x | 1 |\n')
    expect(aligned.html).not.toContain('figure')
  })
})

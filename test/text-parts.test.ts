import {readdirSync, readFileSync} from 'node:fs'
import {directiveFromMarkdown} from 'mdast-util-directive'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import {describe, expect, it} from 'vitest'
import {bullets} from '../src/transform/bullets.js'
import {citations, citationsFromMarkdown} from '../src/transform/citation-syntax.js'
import {directives} from '../src/transform/directive-syntax.js'
import {withFewerLooks} from '../src/transform/mail-addresses.js'
import {math, mathFromMarkdown} from '../src/transform/math-syntax.js'
import {parseMarkdown} from '../src/transform/parse-markdown.js'
import {partsOf} from '../src/transform/text-parts.js'
import {waivers} from '../src/transform/waiver-syntax.js'

/** A text read as a whole with GFM’s own syntax, and in the shortest parts with ours: the trees, and the citations not known. */
function read(text: string, shortest: number, looks: typeof withFewerLooks): object {
  let start = 0
  const unknown: string[] = []
  const shared = [
    bullets(),
    directives(),
    math(),
    waivers(),
    citations({
      isKnown: (key) => key.startsWith('known'),
      unknown: (at, written) => unknown.push(`${start + at} ${written}`)
    })
  ]
  const tree = parseMarkdown(
    text,
    {
      extensions: (part, offset) => {
        start = offset
        return [frontmatter(), looks(gfm({singleTilde: false}), part), ...shared]
      },
      mdastExtensions: [
        frontmatterFromMarkdown(),
        gfmFromMarkdown(),
        directiveFromMarkdown(),
        mathFromMarkdown(),
        citationsFromMarkdown()
      ],
      hasFrontMatter: true,
      isWhole: false,
      line: 0,
      offset: 0
    },
    shortest
  )
  return {tree, unknown: [...new Set(unknown)].sort()}
}

function expectSame(text: string): void {
  const whole = read(text, Number.POSITIVE_INFINITY, (syntax) => syntax)
  expect(read(text, 1, withFewerLooks), text).toEqual(whole)
}

const files = ['content', 'test/fixtures', 'docs', '.'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
)

/** Blocks that a text may hold, sound and broken, whose ends and beginnings may be mistaken. */
const blocks = [
  '# Head [a] and [^n]',
  '## Head\nText right below with [a][] and a@b.org, +x.y-z@mail.example.org.',
  '###### Deep ######',
  '####### None',
  ' # Indented',
  'Text with [a], [b c], [^n], [@known2020] and [@unknown2020; @known1].\nA second line, _x@y.org_ @known3 said.',
  'Setext\n===',
  '[a]: /first "title"',
  "[b c]: <x> 'over\ntwo lines'",
  '> [a]: /in-a-quote\n> # Quoted\n\n> ```\n> open',
  '[^n]: A note.\n\n    # In the note\n\n    ```\n    open in a note',
  '```js\n# code\n\n# more code\n```',
  '~~~~\n~~~\n\n# still code\n~~~~',
  '```\nwithout an end',
  '``` not `a` fence',
  '  ```\n# indented fence\n\n# in it\n  ```',
  'Text\n```\n\n# in code\n\n```',
  '$$\nx_1\n\n# in a formula\n$$',
  '$$ x $$ in a line',
  '$$\nwithout an end',
  ':::box[What]{#box-a}\n# In a box\n\ntext [a]\n:::',
  '::::report-only\n:::box[In]\n\n# Deep\n\n:::\n\n# Less deep\n\n::::',
  ':::notes\nwithout an end',
  ':::box[broken `{#x}\n\n# After',
  ':::box{#x a="b\n\n# After',
  ':::notes\n[c]: /in-a-container\n\n# Inside [c]\n\n:::',
  ':::',
  '::trials',
  '- item\n\n  # In the item\n\n  ```\n  open in an item',
  '• bullet\n– dash\n\n• other\n\n  – below',
  '1. one\n\n   :::box\n   in\n   :::',
  '    # indented code\n\n    # more',
  '<!-- comment -->',
  '<!-- long\n\n# in a comment\n\n-->',
  'Text\n<!-- lectern-ignore x: y -->\nmore\n<!-- open\n\n# Head\n\n-->',
  '<div>\n# in html\n```\n\n# After [c]',
  '<div>\n\n# Between\n\n</div>',
  '<pre>\n\n# in pre\n\n</pre>',
  '<script>\n\n# in script',
  '<placebo> and\n# interrupting',
  '<?php\n\n# in an instruction\n\n?>',
  '| a | b |\n| - | - |\n| [a] | x@y.org |\n# Head',
  '---\ntitle: x\n---',
  '***',
  'https://a.org/x@y and www.b.org/z, mailto:a@b.org and a.b@c, /x@y.org',
  'tab\tstop  \n# Head\\\nline',
  '\u00a0\n# After a line that is not blank',
  '   '
]

describe('a text read in parts', () => {
  it('has the tree of the whole, in all files at hand', () => {
    expect(files.length).toBeGreaterThan(8)
    for (const path of files) {
      const text = readFileSync(path, 'utf8')
      expectSame(text)
      if (path.startsWith('content')) expectSame(text.replaceAll('\n', '\r\n'))
    }
  })

  it('has the tree of the whole, with any block before and after any heading', () => {
    for (const [index, block] of blocks.entries())
      for (const gap of ['\n\n', '\n'])
        expectSame(
          [
            '# First [c]',
            block,
            '## Second [a] [c]',
            blocks[(index * 7 + 3) % blocks.length],
            '# Third',
            '[c]: /last'
          ].join(gap)
        )
  })

  it('has the tree of the whole, whatever stands beside what', () => {
    let seed = 20250225
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    for (let round = 0; round < 150; round++) {
      const pieces = Array.from({length: 2 + next(9)}, () =>
        next(3) === 0 ? '## Head' : blocks[next(blocks.length)]
      )
      expectSame(
        pieces
          .map((piece) => `${piece}${['\n\n', '\n\n', '\n', '\n \n', '\r\n\r\n', '\r\r'][next(6)]}`)
          .join('')
      )
    }
  })

  it('is taken apart at headings, and never in what goes on over blank lines', () => {
    const text = `---\na: 1\n\n# no\n---\n${blocks.slice(11, 13).join('\n\n')}\n\n# One\n\ntext\n\n## Two\n\n<!-- x\n\n# no\n-->\n\n# Three`
    expect(partsOf(text, true, 1).map((part) => part.split('\n', 1)[0])).toEqual([
      '---',
      '# One',
      '## Two',
      '# Three'
    ])
  })

  it('is looked through in time', () => {
    const hostile = [
      'a'.repeat(200_000),
      'a@'.repeat(100_000),
      '\n\n:::a'.repeat(40_000),
      '\n\n```'.repeat(40_001)
    ]
    for (const text of hostile) {
      const start = process.cpuUsage().user
      partsOf(text, false, 1)
      withFewerLooks(gfm(), text)
      expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2000)
    }
  })
})

import {describe, expect, it} from 'vitest'
import {UserError} from '../src/model/user-error.js'
import {createFill} from '../src/template/fill.js'
import {wordsFor} from '../src/words/index.js'

const known = {value: 'x'}

describe('a template that cannot be filled', () => {
  it.each([
    ['is open at its end', '<p>\n{{#if value}}', 'line 2, near `<p>{{#if value}}`'],
    ['is no Handlebars', '<p>{{value</p>', 'line 1, near `<p>{{value</p>`'],
    ['ends as another', '{{#if value}}x{{/each}}', 'line 1, `if` ends as `each`'],
    ['asks for a value that is not given', '\n{{other}}', 'line 2, there is no value `other`'],
    ['asks for a helper that is not there', '{{shout value}}', 'line 1, there is no helper `shout`'],
    ['asks for a template that is not there', '{{> part/none}}', 'there is no template `part/none`'],
    ['gives a helper nothing', '{{lookup}}', 'a helper was not given what it needs'],
    ['asks for a word that is not there', '{{label "none"}}', 'Unexpected label `none`']
  ])('is a mistake of its author where it %s, told with its file', (_, source, reason) => {
    const message = (name: string) =>
      `Unexpected template \`templates/${name}.hbs\`, expected Handlebars that can be filled: ${reason}`
    const own = createFill(new Map([['table/x', source]]), wordsFor('en'))
    expect(faultOf(() => own('table/x', known))).toEqual(new UserError(message('table/x')))
    const within = new Map([
      ['table/x', '{{> part/x}}'],
      ['part/x', source]
    ])
    const fill = createFill(within, wordsFor('en'))
    expect(faultOf(() => fill('table/x', known))).toEqual(new UserError(message('part/x')))
  })

  it.each([
    ['page/web', 'body'],
    ['page/slides', 'slides'],
    ['page/handout', 'sheets']
  ])('is a mistake of its author where %s has no place for what is to stand there', (name, slot) => {
    const fill = createFill(new Map([[name, '<!doctype html><p>{{value}}</p>']]), wordsFor('en'))
    expect(faultOf(() => fill(name, known))).toEqual(
      new UserError(
        `Unexpected template \`templates/${name}.hbs\` without \`<slot name="${slot}">\`, expected it where the text is to stand`
      )
    )
  })

  it('is a mistake of its author where it calls itself', () => {
    const fill = createFill(
      new Map([
        ['part/x', '{{> part/x}}'],
        ['table/x', '{{> part/x}}']
      ]),
      wordsFor('en')
    )
    expect(faultOf(() => fill('table/x', known))).toEqual(
      new UserError(
        'Unexpected template `templates/part/x.hbs`, expected Handlebars that can be filled: it calls itself without end'
      )
    )
  })
})

function faultOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

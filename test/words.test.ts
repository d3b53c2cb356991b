import {describe, expect, it} from 'vitest'
import {createFill} from '../src/template/fill.js'
import {allWords, wordsFor} from '../src/words/index.js'

const [en, fr] = [wordsFor('en'), wordsFor('fr-CA')]

describe('words', () => {
  it.each([
    [['PHASE3'], 'Phase 3'],
    [['PHASE2', 'PHASE3'], 'Phase 2/3'],
    [['EARLY_PHASE1'], 'Early phase 1'],
    [['NA'], 'Not applicable'],
    [[], undefined]
  ])('say the phase %j as %j', (phases, expected) => {
    expect(en.phase(phases)).toBe(expected)
  })

  it('say every status of the registry, and one it has not yet', () => {
    const statuses = [
      'ACTIVE_NOT_RECRUITING',
      'COMPLETED',
      'ENROLLING_BY_INVITATION',
      'NOT_YET_RECRUITING',
      'RECRUITING',
      'SUSPENDED',
      'TERMINATED',
      'WITHDRAWN',
      'UNKNOWN'
    ]
    for (const words of allWords)
      expect(new Set(statuses.map((status) => words.status(status, undefined))).size).toBe(statuses.length)
    expect(fr.status('UNKNOWN', 'RECRUITING')).toBe('Statut inconnu (dernier connu : recrutement en cours)')
    expect(en.status('SOME_NEW_ONE', undefined)).toBe('Some new one')
  })

  it.each([
    ['2025-02-25', '25 February 2025', '25 février 2025'],
    ['2025-08-01', '1 August 2025', '1er août 2025'],
    ['2015-11', 'November 2015', 'novembre 2015'],
    ['2015', '2015', '2015']
  ])('say the date %s', (iso, english, french) => {
    expect([en.date(iso), fr.date(iso)]).toEqual([english, french])
  })

  it('are of one shape in every language', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value && !Array.isArray(value) && !(value instanceof RegExp)
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shape(each)]))
        : typeof value
    for (const words of allWords) expect(shape(words)).toEqual(shape(en))
  })
})

describe('a filled template', () => {
  const templates = new Map([
    ['table/x', '<p title="{{value}}">{{value}}</p>'],
    ['table/y', '{{missing}}']
  ])

  it('holds data as text, whatever it says', () => {
    const value = '"><script>{{label "x"}}</script>'
    const tree = createFill(templates, en)('table/x', {value})
    expect(tree.children).toEqual([
      {type: 'element', tagName: 'p', properties: {title: value}, children: [{type: 'text', value}]}
    ])
  })

  it('throws for a value that it was not given, and for a template that is none', () => {
    const fill = createFill(templates, en)
    expect(() => fill('table/y', {})).toThrow(/missing/)
    expect(() => fill('table/z', {})).toThrow('Unexpected template `table/z`')
  })
})

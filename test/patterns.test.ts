import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {en} from '../src/claim/en.js'
import {fr} from '../src/claim/fr.js'
import {Macros} from '../src/claim/macros.js'
import {Names} from '../src/claim/names.js'
import {Pattern} from '../src/claim/pattern.js'
import {root} from './project.js'
import {worked} from './worked.js'

describe('a pattern’s landmarks', () => {
  const macros = new Macros({verb: '(?:is|was)', pair: 'ab', word: '(?!(?:of|in)(?![a-z]))[^\\s]+'})
  it.each([
    ['recruiting', [['recruiting']]],
    ['trials? of', [['trials of', 'trial of']]],
    ['(?:{word} ){0,3}?{verb} (?:now )?open', [['is now open', 'is open', 'was now open', 'was open']]],
    ['{pair}?c', [['c']]],
    ['a{2}(?:b|c+)', [['a'], ['b', 'c']]],
    [
      '(?<said>on|off)[^;]{0,40}[xy]',
      [
        ['on', 'off'],
        ['x', 'y']
      ]
    ],
    ['(?<=^|not )(?!un)open\\(', [['open(']]],
    ['(?:early (?:on|[a-z]+)|\\p{L}+ late)', [['early ', ' late']]],
    ['[a-z]+|x', []],
    [', ?', []]
  ])('of %s are %j', (pattern, expected) => {
    expect(macros.landmarksIn(pattern)).toEqual(expected)
  })

  it.each([
    ['en', en],
    ['fr', fr]
  ])('are in every text that one matches (%s)', (language, lexicon) => {
    const statements: {said?: string}[] = parse(
      readFileSync(join(root, `test/fixtures/statements/${language}.yaml`), 'utf8')
    )
    const texts = statements.flatMap(({said}) =>
      said ? [said.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')] : []
    )
    const own = new Macros(lexicon.macros)
    const words = [
      lexicon.doubt,
      lexicon.verb,
      lexicon.part,
      lexicon.sole.other,
      lexicon.sole.apart,
      ...lexicon.adjectives.map(([, each]) => each),
      ...lexicon.predicates.map(([, each]) => each)
    ]
    for (const each of words) {
      const plain = new RegExp(own.expand(each), 'u')
      const pattern = new Pattern(each, own, 'u')
      for (const text of texts) expect(pattern.test(text), `${each} in ${text}`).toBe(plain.test(text))
    }
  })
})

describe('names', () => {
  const names = new Names(['CENTAUR', 'CENTAUR-OLE', 'Biogen', 'strasse'], 'giu')
  it.each([
    ['CENTAUR-OLE followed CENTAUR.', ['CENTAUR-OLE', 'CENTAUR']],
    ['post-CENTAUR, CENTAUR-like, xCENTAUR, CENTAUR2, 𝐀CENTAUR', []],
    ['(biogen) and BIOGEN', ['biogen', 'BIOGEN']],
    ['ſtraße, ſtrasſe', ['ſtrasſe']]
  ])('in %s are %j', (text, expected) => {
    expect(names.all(text).map(([name]) => name)).toEqual(expected)
  })

  it('are found in a long text in time that grows with its length', () => {
    const find = (length: number) => {
      const start = worked()
      names.all('xCENTAUR Biogen-'.repeat(length / 16))
      return worked() - start
    }
    find(10_000)
    expect(find(400_000)).toBeLessThan(Math.max(16 * find(100_000), 1000))
  })
})

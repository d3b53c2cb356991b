import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, it} from 'vitest'
import {folded, openPdf} from './pdf.js'
import {type Built, buildProject, filesBelow, makeProject} from './project.js'

const review = `---
language: en
date: 2025-02-25
citationStyle: ama
---
# A review that cites

## Overview [@zinman2011]

As @paganoni2020-centaur showed, more is to come[^n] and it stays so.[@miller2022-valor; @suzuki2022-genetics-als] It is registered [@nct:NCT04856982].

[^n]: A note that cites [@tzeplaeff2023-therapy-als].

## Conclusion

It ends well [@miller2022-valor, p. 7].
`
const bibliography =
  '@article{zinman2011, author={Zinman, Lorne and Cudkowicz, Merit}, title={Emerging targets in {ALS}}, journal={Lancet Neurol}, year=2011, volume=10, pages={481--490}}'
const files = {'content/cited.md': review, 'content/evidence/more.bib': bibliography}

let built: Built
let outputs: Map<string, Buffer>

beforeAll(async () => {
  built = await buildProject(makeProject(files))
  outputs = filesBelow(`${built.out}/cited`)
})

describe('a review that cites', () => {
  it('is built from CSL-JSON, BibTeX and trials without a finding', () => {
    expect(built.findings).toEqual([])
    const references = elements('report.html', 'li').filter(({properties}) =>
      String(properties.id).startsWith('ref-')
    )
    expect(references.map((each) => textOf(each).slice(0, 20))).toEqual([
      '1. Zinman L, Cudkowi',
      '2. Paganoni S, Mackl',
      '3. Tzeplaeff L, Wilf',
      '4. Miller TM, Cudkow',
      '5. Suzuki N, Nishiya',
      '6. A Study of BIIB06'
    ])
  })

  it('leads from each mark to its reference and, on the web alone, back', async () => {
    const links = elements('report.html', 'a')
    const ids = new Set(elements('report.html', '*').map(({properties}) => properties.id))
    const inner = links.map(({properties}) => String(properties.href)).filter((href) => href.startsWith('#'))
    expect(inner.filter((href) => !ids.has(href.slice(1)))).toEqual([])
    expect(links.filter(({properties}) => properties.role === 'doc-biblioref')).toHaveLength(7)
    expect(
      links.filter(({properties}) => properties.role === 'doc-backlink').map((link) => textOf(link))
    ).toEqual([...['↩', '↩', '↩', '↩', '↩2', '↩', '↩']])
    for (const name of ['report', 'slides', 'handout', 'briefing']) {
      const {pages} = await openPdf(outputs.get(`${name}.pdf`) ?? new Uint8Array())
      expect(pages.map(({text}) => text).join(''), name).not.toContain('↩')
    }
  })

  it('has its marks in the report and the deck, none in the briefing, bookmarks and contents', async () => {
    const text = async (name: string) => {
      const {pages} = await openPdf(outputs.get(`${name}.pdf`) ?? new Uint8Array())
      return folded(pages.map((page) => page.text).join('\n'))
    }
    expect(await text('report')).toContain('Itendswell.4(p7)')
    expect(await text('slides')).toContain('Itendswell.4(p7)')
    expect(await text('briefing')).toContain('Itendswell.')
    expect(await text('briefing')).not.toContain('Itendswell.4')
    const {outline} = await openPdf(outputs.get('report.pdf') ?? new Uint8Array())
    expect(outline).toContain(' Overview')
    expect(outline).toContain(' References')
  })

  it('has no link that leads nowhere in the deck', () => {
    const ids = new Set(elements('slides.html', '*').map(({properties}) => properties.id))
    const dead = elements('slides.html', 'a').filter(({properties: {href}}) => {
      const target = String(href)
      return target.startsWith('#') && !ids.has(target.slice(1))
    })
    expect(dead).toEqual([])
  })
})

function elements(name: string, tagName: string): Element[] {
  const found: Element[] = []
  visit(fromHtml(String(outputs.get(name))), 'element', (node) => {
    if (tagName === '*' || node.tagName === tagName) found.push(node)
  })
  return found
}

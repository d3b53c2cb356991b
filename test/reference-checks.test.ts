import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {runChecks} from '../src/check/run-checks.js'
import type {Passage} from '../src/model/passage.js'
import {readEvidence} from '../src/read/read-evidence.js'
import {workMentionsOf} from '../src/transform/work-mentions.js'
import {evidence, findingsIn} from './checked.js'
import {read} from './markdown.js'
import {worked} from './worked.js'

/** Each finding of some rules: `malformed-trial-id 1:5 warning`. */
async function found(rules: string | RegExp, text: string, options: Parameters<typeof findingsIn>[1] = {}) {
  const all = await findingsIn(text, options)
  return all
    .filter(({rule}) => (typeof rules === 'string' ? rule === rules : rules.test(rule)))
    .map(({rule, place, severity}) => `${place.line}:${place.column} ${rule} ${severity}`)
}

async function messages(rule: string, text: string, options: Parameters<typeof findingsIn>[1] = {}) {
  return (await findingsIn(text, options)).filter((each) => each.rule === rule).map(({message}) => message)
}

const valor = 'https://doi.org/10.1056/NEJMoa2204705'

/** A review that cites VALOR’s publication and has one item in its reference list. */
function listing(item: string, heading = 'References'): string {
  return `It was [tried](${valor}).\n\n## ${heading}\n\n- ${item}\n`
}

describe('malformed-trial-id', () => {
  it.each([
    [
      'See NCT0262369 now',
      '“NCT0262369” of 7 digits, expected 8 digits after `NCT`: `NCT02623699` (VALOR) is near'
    ],
    [
      'See nct026236999.',
      '“nct026236999” of 9 digits, expected 8 digits after `NCT`: `NCT02623699` (VALOR) is near'
    ],
    ['See NCT0999999.', '“NCT0999999” of 7 digits, expected 8 digits after `NCT`'],
    ['See NCT 02623699.', '“NCT 02623699” with a space, expected `NCT02623699`'],
    ['See NCT-02623699.', '“NCT-02623699” with a hyphen, expected `NCT02623699`'],
    ['See NCT‑02623699.', '“NCT‑02623699” with a hyphen, expected `NCT02623699`'],
    ['See NCTO2623699.', '“NCTO2623699” with letters for digits, expected `NCT02623699`'],
    ['See NCT O2623699.', '“NCT O2623699” with letters for digits, expected `NCT02623699`'],
    ['See NCT0262 3699.', '“NCT0262 3699” in parts, expected `NCT02623699`'],
    [
      'See [VALOR](https://clinicaltrials.gov/study/NCT0262369).',
      '“NCT0262369” of 7 digits, expected 8 digits after `NCT`: `NCT02623699` (VALOR) is near'
    ]
  ])('is %s', async (text, message) => {
    expect(await messages('malformed-trial-id', text)).toEqual([`Unexpected trial id ${message}`])
  })

  it.each([
    'NCT02623699, nct04856982 and NCT02623699/NCT04856982',
    'NCT-501, NCT503 and NCT 2020 in Heidelberg',
    'NCT O9999999 and NCT-l2345',
    'NCT: 02623699, NCT#02623699, ids of the form NCT01234…',
    'EudraCT 2015-004098-33, ISRCTN12345678, ACTN0262369',
    '`NCT0262369` in code',
    'NCT number 02623699; 176 patients'
  ])('is not %s', async (text) => {
    expect(await messages('malformed-trial-id', text)).toEqual([])
  })

  it('stands at each id, in rows and items too', async () => {
    const text =
      '| id | n |\n| - | - |\n| x NCT0262369 | 1 |\n\n• a\n  – NCT 02623699\n\n[NCT0262369](https://clinicaltrials.gov/study/NCT0262369)\n'
    expect(await found('malformed-trial-id', text)).toEqual([
      '3:5 malformed-trial-id warning',
      '6:5 malformed-trial-id warning',
      '8:2 malformed-trial-id warning'
    ])
  })
})

describe('unknown-trial', () => {
  it.each([
    ['NCT02623698', '`NCT02623699` (VALOR) is near'],
    ['NCT20623699', '`NCT02623699` (VALOR) is near'],
    ['NCT03280065', '`NCT03280056` is near'],
    ['NCT09999999', '`lectern refresh --add` asks the registry for it']
  ])('names what is near %s', async (id, remedy) => {
    expect(await messages('unknown-trial', `See ${id} and ${id}.`)).toEqual([
      `Unexpected trial \`${id}\` without a record, expected one in \`content/evidence/trials.json\`: ${remedy}`
    ])
  })
})

describe('retired-address', () => {
  it.each([
    ['[a](https://clinicaltrials.gov/ct2/show/NCT02623699)', 'https://clinicaltrials.gov/study/NCT02623699'],
    [
      '[a](http://www.clinicaltrials.gov/ct2/show/record/nct02623699?term=x)',
      'https://clinicaltrials.gov/study/NCT02623699'
    ],
    ['[a](https://clinicaltrials.gov/show/NCT02623699)', 'https://clinicaltrials.gov/study/NCT02623699'],
    [
      '[a](https://classic.clinicaltrials.gov/ct2/history/NCT02623699)',
      'https://clinicaltrials.gov/study/NCT02623699?tab=history'
    ],
    [
      '[a](https://clinicaltrials.gov/ct2/results?cond=ALS&term=&Search=Search)',
      'https://clinicaltrials.gov/search?cond=ALS'
    ],
    ['[a](https://clinicaltrials.gov/ct2/about-studies)', 'https://clinicaltrials.gov/'],
    ['clinicaltrials.gov/ct2/show/NCT02623699.', 'https://clinicaltrials.gov/study/NCT02623699'],
    ['https://clinicaltrials.gov/ct2/show/NCT02623699', 'https://clinicaltrials.gov/study/NCT02623699'],
    [
      '[clinicaltrials.gov/ct2/show/NCT02623699](https://clinicaltrials.gov/study/NCT02623699)',
      'https://clinicaltrials.gov/study/NCT02623699'
    ]
  ])('is %s', async (text, today) => {
    const [message, ...more] = await messages('retired-address', text)
    expect(message).toContain(`expected \`${today}\``)
    expect(more).toEqual([])
  })

  it.each([
    'https://clinicaltrials.gov/study/NCT02623699',
    '[x](https://clinicaltrials.gov/search?cond=ALS)',
    '[x](https://example.org/clinicaltrials.gov/ct2/show/NCT02623699)',
    '[x](https://clinicaltrials.gov/showcase)',
    'ClinicalTrials.gov',
    '[x](#clinicaltrials.gov/ct2)'
  ])('is not %s', async (text) => {
    expect(await messages('retired-address', text)).toEqual([])
  })
})

describe('what is given of a work', () => {
  it.each([
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (NEJM, 2022)]', ''],
    ['[Trial of antisense oligonucleotide tofersen for SOD1 ALS (N Engl J Med)]', ''],
    [
      '[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS]',
      ' (The New England Journal of Medicine, 2022)'
    ],
    ['[VALOR trial results]', ' (in English, 2023)'],
    ['[Tofersen: results of VALOR (Miller, 2022)]', ''],
    ['[Phase 3 results of tofersen (open access)]', ''],
    ['[Link]', ''],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (PDF)]', ''],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS | NEJM]', ''],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS - PubMed]', ''],
    [
      '[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS]',
      '. Nature of the disease in 2019 and later'
    ],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS]', ' (published in NEJM, 2022)'],
    [
      '[Essai du tofersène, un oligonucléotide antisens, dans la SLA liée à SOD1 (NEJM, 2022)]',
      ', consulté en 2024'
    ],
    [
      '[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS]',
      ': covers 28 weeks, with follow-up since 2019'
    ],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (VALOR) (Miller et al., NEJM, 2022)]', ''],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS. N Engl J Med. 2022;387:1099-1110.]', ''],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (Smith, 2022)]', ''],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (Biogen, 2022)]', '']
  ])('holds: %s%s', async (words, after) => {
    expect(await found(/^reference-/, listing(`${words}(${valor})${after}`))).toEqual([])
  })

  it.each([
    'Miller TM, Cudkowicz ME, Genge A, et al. Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS. N Engl J Med. 2022;387(12):1099-1110. doi:10.1056/NEJMoa2204705',
    'Miller, T. M., & Genge, A. (2022). Trial of antisense oligonucleotide tofersen for SOD1 ALS. *New England Journal of Medicine, 387*(12), 1099–1110. https://doi.org/10.1056/NEJMoa2204705',
    'Miller T et al., “Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS”, NEJM 2022;387:1099. PMID: 36129998',
    'Miller TM. Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS [Internet]. N Engl J Med; 2022 [cited 2024 Mar 3]. Available from: https://doi.org/10.1056/NEJMoa2204705',
    'Miller et al. 2022 [PubMed](https://pubmed.ncbi.nlm.nih.gov/36129998/)',
    'Suzuki N, et al. Genetics of amyotrophic lateral sclerosis: seeking therapeutic targets in the era of gene therapy. J Hum Genet. 2023;68(3):131–152. doi:10.1038/s10038-022-01055-8',
    'Frawley L, et al. Stem Cell Therapy for the Treatment of Amyotrophic Lateral Sclerosis: Comparison of the Efficacy of Mesenchymal Stem Cells, Neural Stem Cells, and Induced Pluripotent Stem Cells. Biomedicines. 2024;13:35. doi:10.3390/biomedicines13010035',
    'T. Miller et al., "Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS," N. Engl. J. Med., vol. 387, no. 12, pp. 1099–1110, Sep. 2022, doi: 10.1056/NEJMoa2204705. Accessed: Mar. 3, 2024.',
    'Miller T et al. (2022) ‘Trial of antisense oligonucleotide tofersen for SOD1 ALS’, New England Journal of Medicine, 387(12), pp. 1099–1110. doi: 10.1056/NEJMoa2204705. (Accessed: 3 March 2024).',
    'Miller et al. Trial of antisense oligonucleotide tofersen for SOD1 ALS. doi:10.1056/NEJMoa2204705. Accessed March 3, 2024.',
    'Miller et coll. Trial of antisense oligonucleotide tofersen for SOD1 ALS. doi:10.1056/NEJMoa2204705. Consulté le 3 mars, 2024.',
    'Paganoni et al. (NEJM 2020), [PMC9134321](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9134321/)',
    'Suzuki et al., J. Hum. Genet. 2023 — [link](https://www.nature.com/articles/s10038-022-01055-8)',
    'Suzuki et al. Genetics of ALS. J Hum Genet 2023. doi:10.1038/s10038-022-01055-8',
    'Miller et al. SOD1 Gene Therapy. NEJM 2022 (Biogen), doi:10.1056/NEJMoa2204705',
    'Cudkowicz et coll. Cellules NurOwn : essai de phase 3. Muscle Nerve 2022 ; 65 : 291. doi : 10.1002/mus.27472',
    'Paganoni S, et al. Long‐term survival of participants in the CENTAUR trial of sodium phenylbutyrate‐taurursodiol in amyotrophic lateral sclerosis. Muscle Nerve 2021;63:31–39. PMID 33063909'
  ])('holds: %s', async (item) => {
    expect(await found(/^reference-/, listing(item))).toEqual([])
  })

  it.each([
    ['[Trial of Tofersen for SOD1 ALS (NEJM, 2022)]', ['title warning Trial of']],
    [
      '[Phase 3 Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (NEJM, 2022)]',
      ['title warning Phase 3 ']
    ],
    [
      '[Trial of Antisense Oligonucleotide Tofersen for SOD1 Amyotrophic Lateral Sclerosis]',
      ['title warning Trial of']
    ],
    ['[Trial of Antisense Oligonucleotide Tofersen (NEJM)]', ['title note Trial of']],
    ['[Trial of Antisense Oligonucleotide Tofersen (PDF)]', ['title note Trial of']],
    ['[Trial of … Tofersen for SOD1 ALS (NEJM)]', ['title note Trial of']],
    [
      '[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (Lancet Neurology, 2022)]',
      ['journal warning Lancet N']
    ],
    [
      '[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (Nature, 2019)]',
      ['journal warning Nature, ', 'year warning 2019)](h']
    ],
    ['[Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS (2021)]', ['year note 2021)](h']]
  ])('is told: %s', async (words, expected) => {
    expect(await told(listing(`${words}(${valor})`))).toEqual(expected)
  })

  it.each([
    [
      'Miller TM, et al. Trial of the Antisense Oligonucleotide Tofersen in SOD1 ALS. Lancet Neurol. 2019;387(12):1099. doi:10.1056/NEJMoa2204705',
      ['title warning Trial of', 'journal warning Lancet N', 'year warning 2019;387']
    ],
    [
      'Miller T et al., “Trial of Antisense Oligonucleotide Tofersen”, Nature Medicine 2023;387:1099. PMID 36129998',
      ['title note Trial of', 'journal warning Nature M', 'year note 2023;387']
    ],
    [
      'Miller, T. M. (2019). Trial of antisense oligonucleotide tofersen for SOD1 ALS. *JAMA Neurology, 387*(12), 1099. https://doi.org/10.1056/NEJMoa2204705',
      ['year warning 2019). T', 'journal warning JAMA Neu']
    ],
    [
      'Tzeplaeff et al., Current State and Future Directions in ALS Therapy, Cell, 2021. doi:10.3390/cells12111523',
      ['title warning Current ', 'journal warning Cell, 20', 'year warning 2021. do']
    ],
    [
      'T. Miller et al., "Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS," Lancet Neurol., vol. 387, no. 12, pp. 1099–1110, Sep. 2019, doi: 10.1056/NEJMoa2204705.',
      ['journal warning Lancet N', 'year warning 2019, do']
    ],
    [
      'Miller T (2022) ‘Trial of the Antisense Oligonucleotide Tofersen in SOD1 ALS’, The Lancet, 387(12), pp. 1099–1110. doi: 10.1056/NEJMoa2204705.',
      ['title warning Trial of', 'journal warning The Lanc']
    ],
    [
      'Paganoni et al. (Lancet 2014), [PMC9134321](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9134321/)',
      ['journal warning Lancet 2', 'year warning 2014), [']
    ],
    [
      'Suzuki et al., Nat. Genet. 2019 — [link](https://www.nature.com/articles/s10038-022-01055-8)',
      ['journal warning Nat. Gen', 'year warning 2019 — [']
    ],
    [
      'Paganoni S. « Long-term survival in CENTAUR trial of sodium phenylbutyrate-taurursodiol », *Brain*, 2019. PMID: 33063909',
      ['title warning Long-ter', 'journal warning Brain*, ', 'year warning 2019. PM']
    ]
  ])('is told: %s', async (item, expected) => {
    expect(await told(listing(item))).toEqual(expected)
  })

  it.each([
    [`As [a trial of tofersen](${valor}) and [tofersen for SOD1 ALS](${valor}) show.`, []],
    [`As [Trial of Antisense Oligonucleotide (NEJM, 2022)](${valor}) shows.`, ['title note Trial of']],
    [`As [Trial of Tofersen for SOD1 ALS (NEJM)](${valor}) shows.`, ['title warning Trial of']],
    [`Comme le montre [l’essai VALOR (NEJM, 2022)](${valor}).`, []],
    [`Comme le montre [l’essai VALOR](${valor}) (Lancet, 2023).`, []],
    [
      `As [Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS](${valor}) (Nature, 2022) shows.`,
      ['journal warning Nature, ']
    ],
    [`The agency approved [tofersen](${valor}) (2019).`, []],
    [`It was tried in 2019 ([Miller et al.](${valor})).`, []],
    [
      `Seen in [176 patients (NEJM, 2022)](${valor}), [108 (61 %)](${valor}) with [fast disease (n = 60)](${valor}).`,
      []
    ]
  ])('in the text: %s', async (text, expected) => {
    expect(await told(text)).toEqual(expected)
  })
})

describe('the rules of an uncited reference', () => {
  const cells = 'https://doi.org/10.3390/cells12111523'
  const items = `- [A (NEJM, 2022)](${valor})\n- [B (Cells, 2023)](${cells})\n`

  it.each([
    ['nothing', 'No link.', ['3:4 uncited-reference note']],
    ['a link', `[x](${valor})`, ['6:4 uncited-reference note']],
    ['a citation', 'See [@miller2022-valor; @doi:10.3390/cells12111523].', []],
    ['a citation in braces and by PMID', 'See @{miller2022-valor} and [see @pmcid:PMC10252394, p. 3].', []],
    ['an address that is no citation', 'Write to a@miller2022-valor.', ['3:4 uncited-reference note']],
    ['a DOI', 'See 10.1056/NEJMoa2204705 and doi:10.3390/cells12111523.', []],
    ['authors', 'Miller et al. (2022) and Tzeplaeff and Wilfling 2023 say so.', []],
    ['French authors', 'Selon Miller et coll. et Tzeplaeff (2023).', []],
    ['numbers', 'This [1] and that (2).', []],
    ['a range of numbers', 'This [1–4].', []],
    ['one number', 'This [2].', ['5:4 uncited-reference note']],
    ['the title', 'The “Current State and Future Directions in the Therapy of ALS” and [1] say so.', []]
  ])('with %s', async (_, text, expected) => {
    expect(await found('uncited-reference', `${text}\n\n## References\n\n${items}`)).toEqual(expected)
  })

  it('leaves lists for further reading alone, and footnotes cite', async () => {
    for (const heading of ['Further reading', 'Pour en savoir plus', 'Suggested reading and resources'])
      expect(await found('uncited-reference', `Text.\n\n## ${heading}\n\n${items}`)).toEqual([])
    const note = `Text.[^1]\n\n## References\n\n- [A](${valor})\n\n## Notes\n\n[^1]: [a](${valor})\n`
    expect(await found('uncited-reference', note)).toEqual([])
  })

  it('names a single work, not a list of one', async () => {
    expect(
      await messages('uncited-reference', `Text.\n\n## References\n\n- [A (NEJM, 2022)](${valor})`)
    ).toEqual([
      'Unexpected reference “A (NEJM, 2022)” that the text never cites, expected a link to it in the text or `[@miller2022-valor]`'
    ])
  })
})

describe('the rules of an uncited trial', () => {
  const list = '\n\n## References\n\n- NCT02623699, [ATLAS](https://clinicaltrials.gov/study/NCT04856982)\n'

  it.each([
    ['Nothing.', ['5:3 uncited-trial note', '5:17 uncited-trial note']],
    ['VALOR and ATLAS.', []],
    ['VALOR, Atlas and valor.', ['5:17 uncited-trial note']],
    ['[x](https://clinicaltrials.gov/study/NCT02623699) and nct04856982', []],
    ['| a |\n| - |\n| NCT02623699 |\n| ATLAS |', []]
  ])('with %s', async (text, expected) => {
    const lines = text.split('\n').length - 1
    expect(await found('uncited-trial', `${text}${list}`)).toEqual(
      expected.map((each) => each.replace(/^5/, String(5 + lines)))
    )
  })

  it('does not take the extension of a trial for the trial', async () => {
    const text = 'CENTAUR-OLE.\n\n## References\n\n- NCT03127514, NCT03488524\n'
    expect(await found('uncited-trial', text)).toEqual(['5:3 uncited-trial note'])
  })

  it('knows the trials of the front matter', async () => {
    const text = `---\nkeyPoints:\n  - VALOR and NCT04856982.\n---\n\nText.${list}`
    expect(await found('uncited-trial', text)).toEqual([])
  })
})

describe('works corrected or retracted', () => {
  const work = {id: 'w', type: 'article-journal', title: 'Cells for all: a trial', DOI: '10.5555/w'}
  const link = '[Cells](https://doi.org/10.5555/w)'

  it.each([
    [
      'a correction',
      [{type: 'corrigendum', DOI: '10.5555/c', date: '2024-01-02'}],
      link,
      ['1:2 corrected-work warning']
    ],
    ['another name of one', [{type: 'expression_of_concern'}], link, ['1:2 corrected-work warning']],
    ['a later correction', [{type: 'erratum', date: '2025-03-01'}], link, ['1:2 corrected-work note']],
    ['a retraction', [{type: 'retraction', date: '2026-01-01'}], link, ['1:2 retracted-work warning']],
    [
      'a withdrawal and a correction',
      [{type: 'erratum'}, {type: 'withdrawal'}],
      link,
      ['1:2 retracted-work warning']
    ],
    ['a new edition', [{type: 'new_edition'}], link, []],
    ['a correction that is mentioned', [{type: 'correction'}], `${link} (with its erratum)`, []],
    ['a correction that is mentioned in French', [{type: 'correction'}], `${link}, corrigé depuis`, []],
    [
      'a correction, and one of p values',
      [{type: 'correction'}],
      `${link}, with correction for multiple tests`,
      ['1:2 corrected-work warning']
    ],
    ['a correction whose DOI is', [{type: 'correction', DOI: '10.5555/c'}], `${link}, 10.5555/c`, []],
    ['a retraction that is mentioned', [{type: 'retraction'}], `The retracted ${link}`, []],
    ['a retraction that is mentioned in French', [{type: 'retraction'}], `${link}, article rétracté`, []],
    [
      'a retraction, and a drug withdrawn',
      [{type: 'retraction'}],
      `Withdrawn: ${link}`,
      ['1:13 retracted-work warning']
    ],
    ['a correction of a work that is not named', [{type: 'retraction'}], 'Text.', []]
  ])('with %s', async (_, updates, text, expected) => {
    const held = works([{...work, custom: {updates}}])
    expect(await found(/-work$/, text, {held})).toEqual(expected)
  })

  it.each([
    ['Corrigendum: Cells for all: a trial', ['1:2 corrected-work warning']],
    ['Erratum to “Cells for All – A Trial”', ['1:2 corrected-work warning']],
    ['Author Correction: Cells for all: a trial', ['1:2 corrected-work warning']],
    ['Correction to: Cells for all: a trial', ['1:2 corrected-work warning']],
    ['Retraction: Cells for all: a trial', ['1:2 retracted-work warning']],
    ['Retraction note to: Cells for all: a trial', ['1:2 retracted-work warning']],
    ['Correction of posture: a trial', []],
    ['Corrigendum: Cells for some: a trial', []],
    ['Cells for all: a trial', []]
  ])('by a record titled %s', async (title, expected) => {
    const notice = {id: 'n', type: 'article-journal', title, DOI: '10.5555/n'}
    expect(await found(/-work$/, link, {held: works([work, notice])})).toEqual(expected)
    const both = `${link} and [its notice](https://doi.org/10.5555/n)`
    expect(await found('corrected-work', both, {held: works([work, notice])})).toEqual([])
  })

  it('by its own title', async () => {
    const held = works([{...work, title: 'RETRACTED ARTICLE: Cells for all'}])
    expect(await found(/-work$/, link, {held})).toEqual(['1:2 retracted-work warning'])
  })

  it('are told once, a correction at the item of the list', async () => {
    const held = works([{...work, custom: {updates: [{type: 'erratum'}]}}])
    const text = `${link}\n\n## References\n\n- ${link}\n- ${link}\n`
    expect(await found('corrected-work', text, {held})).toEqual(['5:4 corrected-work warning'])
  })
})

describe('organisation-spelling', () => {
  it.each([
    ['BrainStorm Therapeutics and BrainStorm Cell Therapeutics', ['1:1']],
    ['BrainStorm Cell Therapeutics, then BrainStorm Therapeutics', ['1:36']],
    ['BrainStorm Cell Therapeutics, then BrainStorm Cell Pharmaceuticals Inc.', ['1:36']],
    ['Amylyx Pharmaceuticals Inc., Amylix Pharmaceuticals, Amylyx Therapeutics', ['1:30', '1:54']],
    ['Cedars-Sinai Medical Center and Cedars-Sinai Center', ['1:33']],
    ['| a | b |\n| - | - |\n| BrainStorm Therapeutics | BrainStorm Cell Therapeutics |', ['3:3']]
  ])('is %s', async (text, expected) => {
    expect(await found('organisation-spelling', text)).toEqual(
      expected.map((place) => `${place} organisation-spelling warning`)
    )
  })

  it.each([
    'BrainStorm Therapeutics alone, and BrainStorm',
    'Brainstorm-Cell Therapeutics, BrainStorm Cell Therapeutics Ltd. and BRAINSTORM CELL THERAPEUTICS',
    'Amylyx, Amylyx Pharmaceuticals, Amylyx Pharmaceuticals, Inc. and Amylyx Pharma',
    'Cedars-Sinai, Cedars Sinai, Cedars-Sinai Medical Center and Cedars-Sinai Medical Centre (Los Angeles)',
    'ALS Association, The ALS Association, ALS Finding a Cure and the ALS Therapy Development Institute',
    'Corestem, Inc., Corestemchemon, Inc. and Corestem',
    'University of Warmia and Mazury, University of Warmia, University of Washington',
    'Pomeranian University and Pomeranian Medical University',
    'Washington University and Washington State University; Massachusetts General Hospital',
    'California Institute for Regenerative Medicine and California Stem Cell Institute',
    'Northeast ALS Consortium and the Northeast Amyotrophic Lateral Sclerosis Consortium',
    'Biogen, Biogen Inc, Biogen Idec and Biogen International Foundation',
    'BrainStorm Cell Therapeutics held a brainstorm. Therapeutics followed. Brainstorm, Therapeutics',
    'Ionis Pharmaceuticals and Ionis; Pomeranian Medical University Szczecin, Pomeranian Medical University'
  ])('is not %s', async (text) => {
    expect(await found('organisation-spelling', text)).toEqual([])
  })

  it('names both spellings and the registry’s', async () => {
    const text = 'BrainStorm Therapeutics and BrainStorm Cell Therapeutics'
    expect(await messages('organisation-spelling', text)).toEqual([
      'Unexpected spelling “BrainStorm Therapeutics”, expected “BrainStorm Cell Therapeutics” as elsewhere in the review; registry says “Brainstorm-Cell Therapeutics”, as of 2025-05-22'
    ])
  })
})

describe('hostile text', () => {
  it.each([
    'NCT 0262 3699-',
    'NCT0',
    'NCT0262369 ',
    '0',
    '(',
    ')',
    '@a@{b ',
    '10.1056/NEJMoa2204705 ',
    'Trial of (NEJM, 2022) ',
    '(2019) 2020; ',
    'BrainStorm Cell ',
    'Brainstorn Therapeutics ',
    '[1–999, 2',
    'clinicaltrials.gov/ct2/show/NCT0 ',
    '“',
    '. ',
    'miller and miller ',
    'VALOR-'
  ])('of 100 kB %j is judged at once', async (piece) => {
    const text = `NCT${piece.repeat(Math.ceil(100_000 / piece.length))}`
    const {document} = await read('Text.')
    const step = piece.length
    const links = Array.from({length: 2000}, (_, index) => ({
      from: index * step,
      to: index * step + 40,
      href: valor
    }))
    const passage = {
      kind: 'item',
      text,
      links,
      cells: [],
      leads: [''],
      section: 'A',
      at: () => ({line: 1, column: 1})
    } as const
    const started = worked()
    const passages: Passage[] = [
      {...passage, inReferences: false},
      {...passage, inReferences: true},
      {...passage, text: text.slice(0, 1200), links: [], inReferences: true}
    ]
    const workMentions = workMentionsOf(passages, evidence.references)
    runChecks({document: {...document, passages, workMentions}, evidence, claims: [], namings: []})
    expect(worked() - started).toBeLessThan(2500)
  })
})

/** Evidence of some works alone. */
function works(items: readonly object[]) {
  return readEvidence({references: new VFile({path: 'references.json', value: JSON.stringify(items)})})
}

/** The findings on references, by the words of the source that each begins at: `title note Trial of`. */
async function told(text: string): Promise<string[]> {
  const lines = text.split('\n')
  const all = (await findingsIn(text)).filter(({rule}) => rule.startsWith('reference-'))
  return all.map(({rule, severity, place: {line, column}}) => {
    const words = lines[line - 1]?.slice(column - 1, column + 7)
    return `${rule.replace('reference-', '')} ${severity} ${words}`
  })
}

import {describe, expect, it} from 'vitest'
import {cited} from './cited.js'

const works = [
  {
    id: 'ab2020',
    type: 'article-journal',
    title: 'First',
    author: [{family: 'Abel', given: 'Ada'}],
    'container-title': 'Brain',
    volume: '1',
    page: '2-9',
    DOI: '10.1000/first',
    PMID: '11111111',
    issued: {'date-parts': [[2020]]}
  },
  {
    id: 'cd2021',
    type: 'article-journal',
    title: 'Second',
    author: [
      {family: 'Cole', given: 'Ben'},
      {family: 'Dunn', given: 'Cy'}
    ],
    'container-title': 'Brain',
    volume: '2',
    page: '12',
    DOI: '10.1002/(SICI)1097<3::AID>2.0;2-4',
    PMCID: 'PMC2222222',
    issued: {'date-parts': [[2021]]}
  },
  {
    id: 'ef2022',
    type: 'article-journal',
    title: 'Third',
    author: [{family: 'Eden', given: 'Di'}, {literal: 'et al.'}],
    'container-title': 'Brain',
    issued: {'date-parts': [[2022]]},
    custom: {authorsComplete: false}
  },
  {
    id: 'Gh_2023:x',
    type: 'article-journal',
    title: 'Fourth',
    'container-title': 'Brain',
    issued: {'date-parts': [[2023]]}
  }
]

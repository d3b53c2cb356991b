import {audit} from './fr-audit.js'
import {deck} from './fr-deck.js'
import {figures} from './fr-figures.js'
import {readable} from './readable.js'
import type {Words} from './words.js'

const statuses: Readonly<Record<string, string>> = {
  ACTIVE_NOT_RECRUITING: 'Actif, recrutement clos',
  COMPLETED: 'Terminé',
  ENROLLING_BY_INVITATION: 'Inclusion sur invitation',
  NOT_YET_RECRUITING: 'Recrutement à venir',
  RECRUITING: 'Recrutement en cours',
  SUSPENDED: 'Suspendu',
  TERMINATED: 'Arrêté prématurément',
  WITHDRAWN: 'Retiré',
  AVAILABLE: 'Disponible',
  NO_LONGER_AVAILABLE: 'Plus disponible',
  TEMPORARILY_NOT_AVAILABLE: 'Temporairement indisponible',
  APPROVED_FOR_MARKETING: 'Mise sur le marché autorisée',
  WITHHELD: 'Non divulgué',
  UNKNOWN: 'Statut inconnu'
}

const kinds: Readonly<Record<string, string>> = {ACTUAL: 'réel', ESTIMATED: 'prévu'}

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre'
]

export const fr: Words = {
  language: 'fr',
  contents: 'Sommaire',
  keyPoints: 'Points clés',
  introduction: 'Introduction',
  trials: 'Essais',
  agenda: 'Plan',
  references: 'Références',
  notes: 'Notes',
  backToText: 'Retour au texte',
  table: 'Tableau',
  figure: 'Figure',
  lists: {table: 'Tableaux', figure: 'Figures'},
  continued: '(suite)',
  onPage: (page) => `page\u00a0${page}`,
  kind: 'Revue de la littérature',
  briefing: 'Synthèse',
  slides: 'Diapositives',
  handout: 'Document d’accompagnement',
  version: 'Version',
  draft: 'BROUILLON',
  abstract: 'Résumé',
  howToCite: 'Pour citer cette revue',
  funding: 'Financement',
  competingInterests: 'Liens d’intérêts',
  licence: 'Licence',
  searchDate: 'Recherche documentaire arrêtée au',
  shortForms: 'Abréviations',
  keywords: 'Mots-clés',
  slide: 'Diapositive',
  fullReport: 'La revue complète et ses références se trouvent dans le rapport.',
  notReported: 'non renseigné',
  noRecord: 'aucune fiche de registre disponible',
  recordDateUnknown: 'date de la fiche inconnue',
  trialsCaption: 'Essais cités dans cette revue, par ordre de première mention',
  worksCaption: 'Travaux de la liste de références dont une notice est disponible',
  trialsSource:
    'Source : ClinicalTrials.gov, d’après les fiches jointes à cette revue ; chaque ligne en donne la date. Ce qu’une fiche ne dit pas figure comme « non renseigné ».',
  worksSource: 'Source : notices bibliographiques jointes à cette revue.',
  givenByAuthor: ['cité par l’auteur sous la forme «\u00a0', '\u00a0»'],
  columns: {
    trial: 'Essai',
    intervention: 'Intervention',
    phase: 'Phase',
    status: 'Statut',
    enrolment: 'Effectif',
    sponsor: 'Promoteur',
    start: 'Début',
    completion: 'Fin',
    asOf: 'Fiche du',
    authors: 'Auteurs',
    title: 'Titre',
    source: 'Source',
    year: 'Année',
    identifier: 'Identifiant'
  },
  math: {
    over: 'sur',
    begin: 'la quantité',
    end: 'fin',
    squareRoot: 'racine carrée de',
    root: (index) => `racine d’indice ${index} de`,
    sub: 'indice',
    power: 'puissance',
    powers: {2: 'au carré', 3: 'au cube', '′': 'prime', '∗': 'étoile', '*': 'étoile'},
    from: 'de',
    to: 'à',
    of: 'de',
    under: 'sous lequel',
    accents: {
      '^': 'chapeau',
      ˆ: 'chapeau',
      '¯': 'barre',
      '‾': 'barre',
      '―': 'barre',
      '~': 'tilde',
      '˜': 'tilde',
      '˙': 'point',
      '→': 'vecteur'
    },
    letters: {
      α: 'alpha',
      β: 'bêta',
      γ: 'gamma',
      δ: 'delta',
      ε: 'epsilon',
      ϵ: 'epsilon',
      ζ: 'zêta',
      η: 'êta',
      θ: 'thêta',
      κ: 'kappa',
      λ: 'lambda',
      μ: 'mu',
      ν: 'nu',
      ξ: 'xi',
      π: 'pi',
      ρ: 'rhô',
      σ: 'sigma',
      τ: 'tau',
      φ: 'phi',
      ϕ: 'phi',
      χ: 'khi',
      ψ: 'psi',
      ω: 'oméga',
      Γ: 'gamma majuscule',
      Δ: 'delta majuscule',
      Θ: 'thêta majuscule',
      Λ: 'lambda majuscule',
      Π: 'pi majuscule',
      Σ: 'sigma majuscule',
      Φ: 'phi majuscule',
      Ψ: 'psi majuscule',
      Ω: 'oméga majuscule',
      '∞': 'l’infini',
      '…': 'et ainsi de suite',
      '⋯': 'et ainsi de suite',
      '∅': 'l’ensemble vide'
    },
    signs: {
      '+': 'plus',
      '−': 'moins',
      '-': 'moins',
      '±': 'plus ou moins',
      '×': 'fois',
      '⋅': 'fois',
      '·': 'fois',
      '∗': 'fois',
      '*': 'fois',
      '÷': 'divisé par',
      '/': 'sur',
      '=': 'égale',
      '≠': 'est différent de',
      '<': 'est inférieur à',
      '>': 'est supérieur à',
      '≤': 'est inférieur ou égal à',
      '≥': 'est supérieur ou égal à',
      '≈': 'vaut environ',
      '∼': 'suit',
      '∝': 'est proportionnel à',
      '→': 'vers',
      '∈': 'appartient à',
      '∑': 'la somme',
      '∏': 'le produit',
      '∫': 'l’intégrale',
      '∂': 'd rond',
      '∞': 'l’infini',
      '|': 'sachant',
      '∣': 'sachant',
      '…': 'et ainsi de suite',
      '⋯': 'et ainsi de suite',
      '′': 'prime'
    }
  },
  outputs: {
    report: 'Rapport, PDF',
    web: 'Rapport, page web',
    briefing: 'Synthèse, PDF',
    slides: 'Diapositives, fichier autonome',
    'slides-pdf': 'Diapositives, PDF',
    'slides-pptx': 'Diapositives, PowerPoint',
    'slides-png': 'Diapositives, images',
    handout: 'Document d’accompagnement, PDF'
  },
  reviews: 'Revues',
  audit,
  deck,
  figures,
  phase: (phases) => {
    if (phases.length === 0) return undefined
    if (phases.includes('NA')) return 'Sans objet'
    const numbers = phases.map((phase) => phase.replace(/^(EARLY_)?PHASE/, '')).join('/')
    return phases.includes('EARLY_PHASE1') ? `Phase ${numbers} précoce` : `Phase ${numbers}`
  },
  status: (status, last) =>
    last ? `${known(status)} (dernier connu : ${known(last).toLowerCase()})` : known(status),
  date: (iso) => {
    const [year, month, day] = iso.split('-')
    const ordinal = day && (day === '01' ? '1er' : String(Number(day)))
    return [ordinal, month && months[Number(month) - 1], year].filter(Boolean).join(' ')
  },
  kindOfFact: (type) => kinds[type] ?? readable(type).toLowerCase(),
  number: (value) => (value < 10_000 ? String(value) : value.toString().replace(/\B(?=(\d{3})+$)/g, ' ')),
  folio: ['Page ', ' sur ', ''],
  moreTrials: (count) =>
    count === 1
      ? 'et un autre essai, listé dans le rapport'
      : `et ${count} autres essais, listés dans le rapport`,
  etAl: 'et al.',
  part: (index, of) => `(${index}/${of})`,
  referenceHeadings:
    /^(?:(?:principales?|liste\s+(?:des|de))\s+)?(?:références?|bibliographie|littérature|ouvrages|sources?|liens|ressources|lectures)(?:\s+(?:sélectionnées?|choisie?s?|principales?|bibliographiques?|clés|citée?s?|sélective|complémentaires|utiles))*(?:\s*(?:,|&|et)\s*(?:liens|sources|ressources|références|lectures)(?:\s+(?:utiles|complémentaires))?)*$|^pour\s+(?:en\s+savoir\s+plus|aller\s+plus\s+loin)$/,
  furtherReadingHeadings:
    /\bpour\s+(?:en\s+savoir\s+plus|aller\s+plus\s+loin)\b|\blectures?\s+(?:complémentaires?|recommandées?|utiles?)|^(?:lectures|ressources|liens)\b/i,
  conclusionHeadings:
    /^(?:(?:synthèse|discussion|résumé|perspectives?)\s*(?:,|&|et)\s*)*(?:en\s+)?(?:conclusions?|résumé|synthèse|messages?\s+clés?)(?:\s+(?:générales?|finales?))?(?:\s*(?:,|&|et)\s.*)?$/,
  abbreviations: [
    ...[
      'p. ex.',
      'ex.',
      'c.-à-d.',
      'cf.',
      'al.',
      'dr.',
      'pr.',
      'fig.',
      'n.',
      'vol.',
      'env.',
      'etc.',
      'vs.',
      'réf.',
      'p.',
      'pp.',
      'm.',
      'mme.'
    ]
  ]
}

function known(status: string): string {
  return statuses[status] ?? readable(status)
}

import type {PreviewWords} from './preview-words.js'

const severities = {
  error: ['erreur', 'erreurs'],
  warning: ['avertissement', 'avertissements'],
  note: ['remarque', 'remarques']
} as const

export const fr: PreviewWords = {
  language: 'fr',
  outputs: {
    web: 'Web',
    report: 'Rapport',
    briefing: 'Synthèse',
    slides: 'Diapositives',
    handout: 'Support papier'
  },
  shown: 'Documents',
  review: 'Revue',
  arrangement: 'Disposition',
  arrangements: {one: 'Un seul', two: 'Deux', all: 'Tous'},
  findings: 'Constats',
  noFindings: 'Rien à corriger',
  severities: {error: 'Erreur', warning: 'Avertissement', note: 'Remarque'},
  waived: 'Admis',
  show: 'Montrer dans la page',
  copy: 'Copier',
  copied: 'Copié',
  notShown: 'Cet endroit n’est pas dans les pages affichées',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  zoomWidth: 'Pleine largeur',
  reading: 'Lecture…',
  making: 'Mise à jour…',
  current: 'À jour',
  updated: 'Mis à jour',
  broken: 'Des erreurs : les dernières pages correctes sont affichées',
  refused: 'Revue finale qui ne serait pas produite',
  fault: 'Erreur interne de Lectern : voir le terminal',
  ended: 'L’aperçu est terminé : relancez `lectern preview`',
  notMade: 'Pas encore produit',
  page: (page, of) => `Page ${page} sur ${of}`,
  counted: (severity, count) => `${count} ${severities[severity][count < 2 ? 0 : 1]}`,
  pages: (count) => `${count} ${count < 2 ? 'page' : 'pages'}`,
  slides: (count) => `${count} ${count < 2 ? 'diapositive' : 'diapositives'}`
}

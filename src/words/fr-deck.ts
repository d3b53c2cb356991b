import type {DeckWords} from './deck-words.js'

/** What a deck says in French. */
export const deck: DeckWords = {
  place: (index, of, title) => `Diapositive ${index} sur ${of}\u00a0: ${title}`,
  controls: 'Commandes du diaporama',
  previous: 'Diapositive précédente',
  next: 'Diapositive suivante',
  resume: 'Reprendre l’exposé',
  overview: 'Vue d’ensemble des diapositives',
  jump: 'Aller à : numéro ou mots',
  close: 'Fermer',
  keysTitle: 'Touches',
  columns: ['Touche', 'Effet'],
  keys: [
    ['→, ↓, Espace, Page suiv., N', 'Étape ou diapositive suivante'],
    ['←, ↑, Maj + Espace, Page préc., P', 'Étape ou diapositive précédente'],
    ['Début, Fin', 'Première diapositive, dernière diapositive'],
    ['Alt + → ou ←', 'Diapositive suivante ou précédente, sans les étapes'],
    ['G', 'Aller à une diapositive par son numéro ou ses mots'],
    ['O, Échap', 'Vue d’ensemble'],
    ['S', 'Vue de l’orateur : notes, diapositive suivante, heure'],
    ['B ou .', 'Écran noir, et retour'],
    ['F', 'Plein écran'],
    ['?', 'Ces touches']
  ],
  speaker: {
    title: 'Vue de l’orateur',
    loading: 'Chargement de la vue de l’orateur…',
    current: 'Diapositive actuelle',
    upcoming: 'Suivante',
    time: 'Durée',
    reset: 'Cliquer pour remettre à zéro',
    notes: 'Notes',
    layout: 'Disposition',
    layouts: {
      default: 'Grande diapositive',
      wide: 'Diapositives au-dessus',
      tall: 'Diapositives à côté',
      'notes-only': 'Notes seules'
    },
    hours: 24
  }
}

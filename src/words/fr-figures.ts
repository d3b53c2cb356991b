import type {FigureWords} from './figure-words.js'
import {readable} from './readable.js'

const kinds: Readonly<Record<string, string>> = {
  BEHAVIORAL: 'Intervention comportementale',
  BIOLOGICAL: 'Produit biologique',
  COMBINATION_PRODUCT: 'Produit combiné',
  DEVICE: 'Dispositif médical',
  DIAGNOSTIC_TEST: 'Test diagnostique',
  DIETARY_SUPPLEMENT: 'Complément alimentaire',
  DRUG: 'Médicament',
  GENETIC: 'Intervention génétique',
  OTHER: 'Autre',
  PROCEDURE: 'Acte ou procédure',
  RADIATION: 'Rayonnement'
}

const trials = (count: number, isNamed: boolean): string => {
  if (count === 1) return isNamed ? 'de l’essai cité dans cette revue' : 'de l’essai joint à cette revue'
  return isNamed ? `des ${count} essais cités dans cette revue` : `des ${count} essais joints à cette revue`
}

/** What figures say in French. */
export const figures: FigureWords = {
  captions: {
    'trials-timeline': (count, isNamed) => `Chronologie ${trials(count, isNamed)}, du début à la fin`,
    pipeline: (count, isNamed) =>
      `Répartition ${trials(count, isNamed)}, par phase et par type d’intervention`
  },
  headlines: {
    'trials-timeline': (count) => `Chronologie de ${count} essai${count === 1 ? '' : 's'}, du début à la fin`,
    pipeline: (count) =>
      `Répartition de ${count} essai${count === 1 ? '' : 's'} par type d’intervention et par phase`
  },
  source: ({from, to, unknown, of}) => {
    const known = from === to ? `fiches du ${from}` : `fiches datées du ${from} au ${to}`
    const dates = from
      ? `${known}${unknown > 0 ? ` ; date de la fiche inconnue pour ${unknown} essai${unknown === 1 ? '' : 's'} sur ${of}` : ''}`
      : of === 1
        ? 'date de la fiche inconnue'
        : 'dates des fiches inconnues'
    return `Source : ClinicalTrials.gov, d’après les fiches jointes à cette revue, ${dates}. Ce qu’une fiche ne dit pas figure comme « non renseigné ».`
  },
  records: ({from, to, unknown, of}) => {
    if (!from) return 'ClinicalTrials.gov, dates des fiches inconnues'
    const some = unknown > 0 ? ` ; inconnue pour ${unknown} sur ${of}` : ''
    return `ClinicalTrials.gov, fiches ${from === to ? `au ${from}` : `du ${from} au ${to}`}${some}`
  },
  progress: {
    done: 'Terminé',
    running: 'En cours',
    planned: 'Recrutement à venir',
    stopped: 'Arrêté, retiré ou suspendu',
    unclear: 'Autre, inconnu ou non renseigné'
  },
  startReported: 'début non renseigné',
  completionReported: 'fin non renseignée',
  neitherReported: 'début et fin non renseignés',
  actual: 'Début et fin réels',
  estimated: 'Prévus',
  unstated: 'Réels ou prévus : non précisé',
  partial: 'Année ou mois seuls connus : étendue',
  kind: (type) => kinds[type] ?? readable(type),
  kindNotReported: 'Type non renseigné',
  phaseNotReported: 'Non renseignée',
  otherPhase: 'Autre phase',
  severalKinds:
    'Un essai de plusieurs types figure une fois, dans la plus haute de leurs lignes ; « + » indique les autres.',
  continued: (kind) => `${kind} (suite)`,
  sentence: (of, facts) => `${of} : ${facts.join(' ; ')}.`,
  count: (what, count) => `${what} (${count})`
}

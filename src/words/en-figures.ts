import type {FigureWords} from './figure-words.js'
import {readable} from './readable.js'

const kinds: Readonly<Record<string, string>> = {
  BEHAVIORAL: 'Behavioural',
  BIOLOGICAL: 'Biological',
  COMBINATION_PRODUCT: 'Combination product',
  DEVICE: 'Device',
  DIAGNOSTIC_TEST: 'Diagnostic test',
  DIETARY_SUPPLEMENT: 'Dietary supplement',
  DRUG: 'Drug',
  GENETIC: 'Genetic',
  OTHER: 'Other',
  PROCEDURE: 'Procedure',
  RADIATION: 'Radiation'
}

const trials = (count: number, isNamed: boolean): string => {
  const number = count === 1 ? 'one trial' : `${count} trials`
  return isNamed
    ? `the ${number} named in this review`
    : `the ${number} in the evidence held with this review`
}

/** What figures say in English. */
export const figures: FigureWords = {
  captions: {
    'trials-timeline': (count, isNamed) => `Timeline of ${trials(count, isNamed)}, from start to completion`,
    pipeline: (count, isNamed) =>
      `Pipeline of ${trials(count, isNamed)}, by phase and by kind of intervention`
  },
  headlines: {
    'trials-timeline': (count) =>
      `Timeline of ${count === 1 ? 'one trial' : `${count} trials`}, from start to completion`,
    pipeline: (count) =>
      `Pipeline of ${count === 1 ? 'one trial' : `${count} trials`}, by kind of intervention and phase`
  },
  source: ({from, to, unknown, of}) => {
    const known = from === to ? `as of ${from}` : `as of dates from ${from} to ${to}`
    const dates = from
      ? `${known}${unknown > 0 ? `; record date not known for ${unknown} of ${of} trials` : ''}`
      : of === 1
        ? 'record date not known'
        : 'record dates not known'
    return `Source: ClinicalTrials.gov, from the records held with this review, ${dates}. What a record does not say is shown as “not reported”.`
  },
  records: ({from, to, unknown, of}) => {
    if (!from) return 'ClinicalTrials.gov, record dates not known'
    const some = unknown > 0 ? `; not known for ${unknown} of ${of}` : ''
    return `ClinicalTrials.gov, records as of ${from === to ? from : `${from} to ${to}`}${some}`
  },
  progress: {
    done: 'Completed',
    running: 'Under way',
    planned: 'Not yet recruiting',
    stopped: 'Terminated, withdrawn or suspended',
    unclear: 'Other, unknown or not reported'
  },
  startReported: 'start not reported',
  completionReported: 'completion not reported',
  neitherReported: 'start and completion not reported',
  actual: 'Start and completion, actual',
  estimated: 'Estimated',
  unstated: 'Not stated which',
  partial: 'Only year or month reported: spans it',
  kind: (type) => kinds[type] ?? readable(type),
  kindNotReported: 'Kind not reported',
  phaseNotReported: 'Not reported',
  otherPhase: 'Other phase',
  severalKinds: 'A trial of several kinds stands once, in the uppermost of their rows; “+” adds the others.',
  continued: (kind) => `${kind} (continued)`,
  sentence: (of, facts) => `${of}: ${facts.join('; ')}.`,
  count: (what, count) => `${what} (${count})`
}

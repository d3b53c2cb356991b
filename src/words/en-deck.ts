import type {DeckWords} from './deck-words.js'

/** What a deck says in English. */
export const deck: DeckWords = {
  place: (index, of, title) => `Slide ${index} of ${of}: ${title}`,
  controls: 'Slide controls',
  previous: 'Previous slide',
  next: 'Next slide',
  resume: 'Resume the talk',
  overview: 'Overview of the slides',
  jump: 'Go to slide: number or words',
  close: 'Close',
  keysTitle: 'Keys',
  columns: ['Key', 'What it does'],
  keys: [
    ['→, ↓, Space, Page Down, N', 'Next step or slide'],
    ['←, ↑, Shift + Space, Page Up, P', 'Previous step or slide'],
    ['Home, End', 'First slide, last slide'],
    ['Alt + → or ←', 'Next or previous slide, past all steps'],
    ['G', 'Go to a slide by number or words'],
    ['O, Esc', 'Overview'],
    ['S', 'Speaker view: notes, next slide, clock'],
    ['B or .', 'Black screen, and back'],
    ['F', 'Full screen'],
    ['?', 'These keys']
  ],
  speaker: {
    title: 'Speaker view',
    loading: 'Loading the speaker view…',
    current: 'Current slide',
    upcoming: 'Next',
    time: 'Time',
    reset: 'Click to reset',
    notes: 'Notes',
    layout: 'Layout',
    layouts: {
      default: 'Large slide',
      wide: 'Slides above',
      tall: 'Slides beside',
      'notes-only': 'Notes only'
    },
    hours: 12
  }
}

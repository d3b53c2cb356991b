/** The colours of `styles/tokens.css`; a theme’s own take their place on the page. */
export const palette = {
  ink: 'var(--ink, #1b1f24)',
  quiet: 'var(--quiet, #4d5966)',
  rule: 'var(--rule, #c3cad1)',
  hairline: 'var(--hairline, #dde2e6)',
  wash: 'var(--wash, #f3f6f8)',
  accent: 'var(--accent, #17506b)',
  strong: 'var(--accent-dark, #0f3547)',
  paper: '#fff'
} as const

/** A panel’s width in CSS pixels: 166 mm, what A4 leaves between its margins. */
export const width = 627

/** No panel is taller, with its axis and legend: two stand on a page, and one is still read on a slide. */
export const mostHeight = 400

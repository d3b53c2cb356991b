/** What the preview’s own page says, in the language of who writes. */
export interface PreviewWords {
  readonly language: string
  readonly outputs: Readonly<Record<'web' | 'report' | 'briefing' | 'slides' | 'handout', string>>
  readonly shown: string
  readonly review: string
  readonly arrangement: string
  readonly arrangements: Readonly<Record<'one' | 'two' | 'all', string>>
  readonly findings: string
  readonly noFindings: string
  readonly severities: Readonly<Record<'error' | 'warning' | 'note', string>>
  readonly waived: string
  readonly show: string
  readonly copy: string
  readonly copied: string
  readonly notShown: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly zoomWidth: string
  readonly reading: string
  readonly making: string
  readonly current: string
  readonly updated: string
  readonly broken: string
  readonly refused: string
  readonly fault: string
  readonly ended: string
  readonly notMade: string
  page(page: number, of: number): string
  counted(severity: 'error' | 'warning' | 'note', count: number): string
  pages(count: number): string
  slides(count: number): string
}

/// <reference lib="dom" />
import type {PreviewWords} from '../../../words/preview.js'
import type {ShownFinding, Spot, State} from '../protocol.js'
import {made} from './pane.js'

/** The panel of findings. */
export interface FindingsPanel {
  readonly element: HTMLElement
  /** `2 errors · 3 warnings` */
  tell(state: Pick<State, 'findings' | 'condition' | 'reason'>): string
}

const severities = ['error', 'warning', 'note'] as const

/** What was found, the gravest first; what is chosen is shown in the pages. */
export function findingsPanel(words: PreviewWords, show: (spot: Spot) => Promise<boolean>): FindingsPanel {
  const title = made('h2', {id: 'findings-title'}, words.findings)
  const about = made('p', {class: 'about'})
  const list = made('ol', {class: 'findings'})
  const element = made('aside', {class: 'panel', 'aria-labelledby': 'findings-title'}, title, about, list)
  let last = ''
  return {
    element,
    tell({findings, condition, reason}) {
      const open = findings.filter(({waived}) => waived === undefined)
      const counts = severities.flatMap((severity) => {
        const count = open.filter((each) => each.severity === severity).length
        return count > 0 ? [words.counted(severity, count)] : []
      })
      const said = saidOf(condition, reason)
      about.textContent = said || (open.length === 0 ? words.noFindings : '')
      about.hidden = about.textContent === ''
      about.dataset.condition = condition
      const now = JSON.stringify(findings)
      if (now !== last) fill(findings)
      last = now
      return counts.join(' · ')
    }
  }

  function saidOf(condition: State['condition'], reason: string | undefined): string {
    if (condition === 'broken') return reason === 'fault' ? words.fault : (reason ?? words.broken)
    return condition === 'refused' ? `${words.refused}: ${reason ?? ''}` : ''
  }

  function fill(findings: readonly ShownFinding[]): void {
    const focused = list.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-of')
      : null
    const rank = ({severity, waived}: ShownFinding) => severities.indexOf(severity) + (waived ? 3 : 0)
    list.replaceChildren(...findings.toSorted((a, b) => rank(a) - rank(b)).map(item))
    if (focused) list.querySelector<HTMLElement>(`[data-of="${CSS.escape(focused)}"]`)?.focus()
  }

  function item(finding: ShownFinding): HTMLElement {
    const {file, place, severity, message, rule, waived, spot} = finding
    const where = `${file}:${place.line}:${place.column}`
    const kind = waived === undefined ? severity : 'waived'
    const label = waived === undefined ? words.severities[severity] : words.waived
    const head = made('span', {class: `severity ${kind}`}, label)
    const text = made('span', {class: 'message', lang: 'en'}, ...inCode(message))
    const reason = waived ? [made('span', {class: 'reason'}, waived)] : []
    const body = spot
      ? made(
          'button',
          {type: 'button', class: 'jump', title: words.show, 'data-of': `${where} ${rule}`},
          head,
          text
        )
      : made('div', {class: 'jump'}, head, text)
    if (spot) body.addEventListener('click', () => void jump(body, spot))
    return made(
      'li',
      {class: kind},
      body,
      ...reason,
      made('p', {class: 'where'}, copier(where), made('span', {class: 'rule'}, rule))
    )
  }

  async function jump(body: HTMLElement, spot: Spot): Promise<void> {
    body.parentElement?.querySelector('.missed')?.remove()
    if (!(await show(spot))) body.after(made('p', {class: 'missed', role: 'status'}, words.notShown))
  }

  function copier(where: string): HTMLElement {
    const button = made('button', {type: 'button', class: 'place', title: words.copy}, where)
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(where).then(() => {
        button.dataset.said = words.copied
        setTimeout(() => delete button.dataset.said, 1500)
      })
    })
    return button
  }
}

/** A message with what stands in backticks as code. */
function inCode(message: string): (string | Node)[] {
  return message.split('`').map((part, index) => (index % 2 === 1 ? made('code', {}, part) : part))
}

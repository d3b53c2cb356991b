/// <reference lib="dom" />
import type {Spot, Standing} from '../protocol.js'

/** What shows one output. */
export interface Pane {
  readonly element: HTMLElement
  /** Takes in how the output stands; loads only what is seen. */
  stand(standing: Standing | undefined): void
  /** Whether it is seen. */
  see(isSeen: boolean): void
  /** Shows where a finding is; false where it is not in here. */
  show(spot: Spot): Promise<boolean>
  /** Of paper. */
  zoom?(step: -1 | 0 | 1): void
  close(): void
}

/** What panes tell. */
export interface PaneTeller {
  /** A version is on the screen. */
  shown(standing: Standing): void
  /** What is to be said of where the reader is: `Page 3 of 12`. */
  place(text: string): void
  key(code: string): void
}

/** An element with properties and children. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === true) element.setAttribute(name, '')
    else if (value !== false) element.setAttribute(name, value)
  }
  element.append(...children)
  return element
}

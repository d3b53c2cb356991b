/// <reference lib="dom" />
import {type ShownOutput, shownOutputs} from '../protocol.js'

export const arrangements = ['one', 'two', 'all'] as const
export type Arrangement = (typeof arrangements)[number]

/** How a reader has the preview, kept while its window is open. */
export interface Settings {
  arrangement: Arrangement
  /** The outputs that were chosen, the last one first. */
  chosen: ShownOutput[]
  isListed: boolean
}

const key = 'lectern-preview'

export function loadSettings(): Settings {
  const usual: Settings = {arrangement: 'one', chosen: ['web', 'slides'], isListed: innerWidth >= 900}
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Settings>
    const chosen = (kept.chosen ?? []).filter((each) => shownOutputs.includes(each))
    return {...usual, ...kept, chosen: chosen.length > 0 ? chosen : usual.chosen}
  } catch {
    return usual
  }
}

export function saveSettings(settings: Settings): void {
  sessionStorage.setItem(key, JSON.stringify(settings))
}

/** The outputs that are on the screen. */
export function visible({arrangement, chosen}: Settings, all: readonly ShownOutput[]): ShownOutput[] {
  if (arrangement === 'all') return [...all]
  const those = [
    ...chosen.filter((each) => all.includes(each)),
    ...all.filter((each) => !chosen.includes(each))
  ]
  return all.filter((each) => those.slice(0, arrangement === 'two' ? 2 : 1).includes(each))
}

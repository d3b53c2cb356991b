import type {Reference} from '../../model/reference.js'

/** `as in the record \`lin2022\`, as of 2026-03-01`: where to look up what a finding says of a work. */
export function asRecorded({item, origin}: Reference): string {
  return `as in the record \`${item.id}\`${origin.asOf ? `, as of ${origin.asOf}` : ''}`
}

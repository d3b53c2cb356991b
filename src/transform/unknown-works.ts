import type {VFile} from 'vfile'
import type {ReferenceList} from './listed-works.js'
import {linkIn} from './listed-works.js'
import {ownProse} from './sentences.js'

/** Says which items of a reference list are works of which no record is held: they print in the author’s words. */
export function sayUnknownWorks({items}: ReferenceList, file: VFile): void {
  for (const {node, work} of items) {
    if (work) continue
    const own = ownProse(node)
    const link = linkIn(own)
    file.message('Unexpected work without a record, expected one in `content/evidence/references.json`', {
      place: link?.position ?? own[0]?.position ?? node.position,
      source: 'transform',
      ruleId: 'unknown-work'
    })
  }
}

import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'

/** A picture in Markdown says in words what it shows; one in HTML may say that it only decorates, by `alt=""`. */
export function remarkAlternatives(file: VFile): (tree: Root) => void {
  return (tree) => {
    visit(tree, (node) => {
      const isSilent =
        node.type === 'html'
          ? (node.value.match(/<img(?![a-z0-9-])[^<>]*/gi) ?? []).some(
              (tag) => !/\salt(?:[\s=/]|$)/i.test(tag)
            )
          : (node.type === 'image' || node.type === 'imageReference') && !node.alt?.trim()
      if (!isSilent) return
      file.message(
        'Unexpected picture without alternative text, expected words that say what it shows, or `<img alt="" …>` for mere decoration',
        {place: node.position, source: 'transform', ruleId: 'missing-alternative'}
      )
    })
  }
}

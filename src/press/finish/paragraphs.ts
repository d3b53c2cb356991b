import {adopt, isTag, type Kid, type Tag, tagsOf} from './tag-tree.js'

/**
 * Chromium puts every text and every box into a `NonStruct` of its own. Where one says nothing, what it holds
 * stands in its place; a text that stands in no paragraph becomes one; a text with a language is a `Span`.
 */
export function mendParagraphs(top: Tag): void {
  const flowing = flowingTags(top)
  const mend = (parent: Tag, kid: Kid): Kid[] => {
    if (!isTag(kid) || !boxes.has(kid.type) || !flowing.has(kid)) return [kid]
    if (!textual.has(parent.type)) kid.type = kid.type === 'Div' ? 'Div' : 'P'
    else if (parent.type === 'Ruby') kid.type = 'RB'
    else if (saysSomething(kid)) kid.type = 'Span'
    else return kid.kids.flatMap((each) => mend(parent, each))
    return [kid]
  }
  // A parent’s kids are settled before their own.
  const rest = [top]
  for (let tag = rest.pop(); tag; tag = rest.pop()) {
    const parent = tag
    adopt(
      parent,
      parent.kids.flatMap((kid) => mend(parent, kid))
    )
    rest.push(...parent.kids.filter(isTag))
  }
}

const boxes: ReadonlySet<string> = new Set(['NonStruct', 'Div'])

/** Elements that run with the text around them. */
const inline: ReadonlySet<string> = new Set(
  'Span Strong Em Link Code Quote Note Aside Formula Figure Form Ruby RB RT RP'.split(' ')
)

/** Elements in which text may stand as it is. */
const textual: ReadonlySet<string> = new Set([
  ...inline,
  ...'P H1 H2 H3 H4 H5 H6 BlockQuote Caption Lbl LBody TH TD'.split(' ')
])

/** The elements in which there is nothing but text and what runs with it. */
function flowingTags(top: Tag): ReadonlySet<Tag> {
  const found = new Set<Tag>()
  for (const tag of tagsOf(top).toReversed()) {
    const isFlow = tag.kids.every((kid) => !isTag(kid) || found.has(kid))
    if (isFlow && (inline.has(tag.type) || boxes.has(tag.type))) found.add(tag)
  }
  return found
}

function saysSomething({dict}: Tag): boolean {
  return ['Lang', 'Alt', 'ActualText', 'E', 'ID', 'A'].some((key) => dict.has(key))
}

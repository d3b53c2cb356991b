import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'

const bullet = 0x2022
const dash = 0x2013
/** What word processors leave between a bullet and its text. */
const otherSpaces = new Set<Code>([0xa0, 0x2002, 0x2003, 0x2009, 0x202f, 0x3000])

/**
 * Markdown syntax: a line that starts with `•` opens or goes on with a list, also directly under a paragraph
 * line; below such an item, `–` and a space do the same one level down. Elsewhere `–` stays prose.
 * The tokens are those of `-` lists, so that places in the file come out the same.
 */
export function bullets(): Extension {
  return {document: {[bullet]: bulletList, [dash]: dashList}}
}

const bulletList: Construct = toList(() => true, true)
const dashList: Construct = toList(isBelowBullet, false)

function toList(mayStart: (context: TokenizeContext) => boolean, spaceless: boolean): Construct {
  const list: Construct = {
    name: 'bulletLines',
    tokenize: tokenizeItem,
    continuation: {tokenize: tokenizeContinuation},
    exit(effects) {
      effects.exit('listUnordered')
    }
  }
  return list

  function tokenizeItem(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
    const state = stateOf(this)
    const before = this.events.at(-1)
    const indent = before?.[1].type === 'linePrefix' ? before[2].sliceSerialize(before[1], true).length : 0
    const interrupts = this.interrupt
    const lengthOf = this.sliceSerialize

    return (code) => {
      if (state.open ? state.marker !== code : !mayStart(this)) return nok(code)
      if (!state.open) {
        state.open = true
        state.marker = code
        effects.enter('listUnordered', {_container: true})
      }
      effects.enter('listItemPrefix')
      effects.enter('listItemMarker')
      effects.consume(code)
      effects.exit('listItemMarker')
      return afterMarker
    }

    function afterMarker(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        if (interrupts) return nok(code)
        state.blankAtStart = true
        return end(code, 1)
      }
      if (markdownSpace(code) || otherSpaces.has(code)) {
        effects.enter('listItemPrefixWhitespace')
        return whitespace(code)
      }
      return spaceless ? end(code, 0) : nok(code)
    }

    function whitespace(code: Code): State | undefined {
      if (markdownSpace(code) || otherSpaces.has(code)) {
        effects.consume(code)
        return whitespace
      }
      effects.exit('listItemPrefixWhitespace')
      if (code !== null && !markdownLineEnding(code)) return end(code, 0)
      if (interrupts) return nok(code)
      state.blankAtStart = true
      return end(code, 0)
    }

    function end(code: Code, extra: number): State | undefined {
      state.size = indent + extra + lengthOf(effects.exit('listItemPrefix'), true).length
      return ok(code)
    }
  }

  function tokenizeContinuation(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
    const state = stateOf(this)
    const self = this
    self.containerState = {...self.containerState, ...state, _closeFlow: undefined}
    const kept = stateOf(self)
    return effects.check(blankLine, onBlank, onText)

    function onBlank(code: Code): State | undefined {
      kept.blankBelow = kept.blankBelow || kept.blankAtStart
      return factorySpace(effects, ok, 'listItemIndent', (kept.size ?? 0) + 1)(code)
    }

    function onText(code: Code): State | undefined {
      const loose = kept.blankBelow
      kept.blankBelow = false
      kept.blankAtStart = false
      if (loose || !markdownSpace(code)) return nextItem(code)
      return effects.attempt({tokenize: tokenizeIndent, partial: true}, ok, nextItem)(code)
    }

    function nextItem(code: Code): State | undefined {
      Object.assign(kept, {_closeFlow: true})
      self.interrupt = undefined
      return factorySpace(effects, effects.attempt(list, ok, nok), 'linePrefix', 4)(code)
    }
  }
}

interface ListState {
  open?: boolean
  marker?: Code
  /** Columns from the line’s start to the item’s text: what follows belongs to it when indented so far. */
  size?: number
  blankAtStart?: boolean
  blankBelow?: boolean
}

function stateOf(context: TokenizeContext): ListState {
  context.containerState ??= {}
  return context.containerState
}

const blankLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const after: State = (code) => (code === null || markdownLineEnding(code) ? ok(code) : nok(code))
    return (code) => (markdownSpace(code) ? factorySpace(effects, after, 'linePrefix')(code) : after(code))
  }
}

function tokenizeIndent(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const size = stateOf(this).size ?? 0
  return factorySpace(
    effects,
    (code) => {
      const last = this.events.at(-1)
      const indented =
        last?.[1].type === 'listItemIndent' && last[2].sliceSerialize(last[1], true).length === size
      return indented ? ok(code) : nok(code)
    },
    'listItemIndent',
    size + 1
  )
}

/** Whether a list of bullets is open at this point of the document, or ends right before this line. */
function isBelowBullet({events}: TokenizeContext): boolean {
  let closed = 0
  let adjacent = true
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, token] = events[index] ?? []
    if (token?.type === 'listUnordered') {
      if (kind === 'enter' && closed > 0) closed--
      else if (kind === 'enter') return isOfBullets(events.slice(index))
      // Dashes that are not indented end the list; they are put back below its last item afterwards.
      else if (adjacent) return isOfBullets(events.slice(events.findIndex(([, each]) => each === token)))
      else closed++
    } else if (token?.type !== 'linePrefix') adjacent = false
  }
  return false
}

function isOfBullets(events: TokenizeContext['events']): boolean {
  const marker = events.find(([, token]) => token.type === 'listItemMarker')
  return marker !== undefined && [bullet, dash].includes(marker[2].sliceSerialize(marker[1]).charCodeAt(0))
}

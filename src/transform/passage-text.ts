import type {Element, Nodes} from 'hast'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import type {Place} from '../model/origin.js'
import type {Passage, PassageLink} from '../model/passage.js'

const skipped = new Set(['code', 'pre', 'math', 'script', 'style', 'img', 'lectern-directive'])

/** A source, and the lines and columns of its offsets. */
export class Places {
  readonly source: string
  #lines: ReturnType<typeof location> | undefined

  constructor(file: VFile) {
    this.source = String(file)
  }

  at(offset: number): Place {
    this.#lines ??= location(this.source)
    const point = this.#lines.toPoint(offset)
    return {line: point?.line ?? 1, column: point?.column ?? 1}
  }
}

/** The text of one block as it grows, each character with where it stands in the source. */
export class PassageText {
  value = ''
  readonly #places: Places
  readonly #source: string
  readonly #offsets: number[] = []
  readonly #links: PassageLink[] = []
  #cursor = 0

  constructor(places: Places) {
    this.#places = places
    this.#source = places.source
  }

  get length(): number {
    return this.value.length
  }

  /** Adds inline nodes: their text, and their links. */
  add(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.#node(node)
  }

  /** Adds a text that begins at an offset of the source, or right after what is there. */
  addText(text: string, start = this.#cursor): void {
    let at = start
    let added = ''
    // To look at a text as it grows is to copy it.
    let last = this.value.at(-1)
    for (const character of text.match(/\s+|\S/g) ?? []) {
      const isSpace = /^\s/.test(character)
      at = isSpace ? at : this.#find(character, at)
      if (!isSpace || (last !== undefined && last !== ' ')) {
        last = isSpace ? ' ' : character
        added += last
        this.#offsets.push(at)
      }
      at = isSpace ? this.#afterSpace(at) : this.#after(character, at)
    }
    this.value += added
    this.#cursor = at
  }

  /** Adds what stands between two parts and in no source. */
  gap(text: string): void {
    this.value = `${this.value.trimEnd()}${text}`
    while (this.#offsets.length < this.value.length) this.#offsets.push(this.#cursor)
    this.#offsets.length = this.value.length
  }

  /** The passage, if it says anything. */
  done(rest: Pick<Passage, 'kind' | 'cells' | 'leads' | 'section' | 'depth'>): Passage | undefined {
    const text = this.value.trimEnd()
    if (!/[\p{L}\p{N}]/u.test(text)) return undefined
    const [places, offsets] = [this.#places, this.#offsets]
    return {
      ...rest,
      text,
      links: this.#links,
      inReferences: false,
      at: (offset) => places.at(offsets[Math.min(offset, offsets.length - 1)] ?? 0)
    }
  }

  #node(node: Nodes): void {
    if (node.type === 'text') this.addText(node.value, node.position?.start.offset)
    if (node.type === 'element') this.#element(node)
  }

  #element(node: Element): void {
    const {tagName, properties, children} = node
    if (tagName === 'br') this.addText(' ')
    if (skipped.has(tagName) || 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) return
    const from = this.length
    this.add(children)
    if (tagName === 'a' && typeof properties.href === 'string' && this.length > from)
      this.#links.push({from, to: this.length, href: properties.href})
  }

  /** Where a character stands from an offset on: an escape, a character reference or a line’s beginning may come between. */
  #find(character: string, from: number): number {
    const source = this.#source
    if (source[from] === character) return from
    if (source[from] === '\\' && source[from + 1] === character) return from + 1
    if (source[from] === '&' && /^&#?\w{1,31};/.test(source.slice(from, from + 34))) return from
    const near = source.slice(from, from + 40).indexOf(character)
    return near < 0 ? from : from + near
  }

  #after(character: string, at: number): number {
    if (this.#source[at] === character) return at + 1
    return at + (/^&#?\w{1,31};/.exec(this.#source.slice(at, at + 34))?.[0].length ?? 0)
  }

  #afterSpace(at: number): number {
    let end = at
    while (/\s/.test(this.#source[end] ?? '')) end++
    return end
  }
}

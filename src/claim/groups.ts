/** Names that mean the same, joined one pair after another. */
export class Groups {
  readonly #parents = new Map<string, string>()

  join(terms: readonly string[]): void {
    const [first] = terms
    for (const term of terms) {
      if (!this.#parents.has(term)) this.#parents.set(term, term)
      if (first !== undefined) this.#parents.set(this.rootOf(term), this.rootOf(first))
    }
  }

  /** The group of a name; undefined for a name of none. */
  find(term: string): string | undefined {
    return this.#parents.has(term) ? this.rootOf(term) : undefined
  }

  rootOf(term: string): string {
    const parents = this.#parents
    let root = term
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up
    // The way is short from now on.
    for (let each = term; each !== root; ) {
      const up = parents.get(each) ?? root
      parents.set(each, root)
      each = up
    }
    return root
  }

  all(): Map<string, string[]> {
    const groups = new Map<string, string[]>()
    for (const term of this.#parents.keys()) {
      const root = this.rootOf(term)
      const terms = groups.get(root)
      if (terms) terms.push(term)
      else groups.set(root, [term])
    }
    return groups
  }
}

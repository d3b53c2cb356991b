/** What a slide may leave out of a sentence without saying more than its author did, in one language. */
export interface Clauses {
  /** After a comma: begins what adds to a clause that is complete. */
  readonly adds: RegExp
  /** Takes something back, sets a limit, hedges, or says in whom: what holds it is never left out. */
  readonly qualifies: RegExp
  /** Begins a sentence that limits the one before: the two stand together. */
  readonly limits: RegExp
}

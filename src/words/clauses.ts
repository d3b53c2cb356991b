/** What a slide may leave out of a sentence without saying more than its author did, in one language. */
export interface Clauses {
  /** After a comma: begins what adds to a clause that is complete. */
  readonly adds: RegExp
  /**
   * Takes something back, sets a limit, hedges, or says in whom: what holds it is never left out. Of a text in small
   * letters, as it takes several times as long to compile a pattern of words without regard to case.
   */
  readonly qualifies: RegExp
  /** A verb by which what seemed to be an addition goes on as the clause itself. */
  readonly goesOn: RegExp
  /** Begins, or makes up, a sentence that limits the one before: the two stand together. */
  readonly limits: RegExp
}

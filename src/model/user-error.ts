/** The caller’s mistake, or the machine’s: one sentence and an exit code, no stack. */
export class UserError extends Error {
  override name = 'UserError'
  /** 2: wrong usage or configuration. 3: the machine failed us. */
  readonly exitCode: 2 | 3

  constructor(message: string, exitCode: 2 | 3 = 2) {
    super(message)
    this.exitCode = exitCode
  }
}

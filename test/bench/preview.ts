import type {Case} from './case.js'

/** A hundred edits in a row while a preview stands: how long from the save until it is seen. */
export const preview: Case = {
  name: 'preview',
  async prepare() {
    return {
      commands: [],
      claims: [{name: 'preview, 100 edits', beside: '', reason: 'not built'}]
    }
  }
}

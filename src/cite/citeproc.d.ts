/** The part of citeproc-js that is used here. */
declare module 'citeproc' {
  export interface System {
    retrieveLocale(language: string): string | false
    retrieveItem(id: string): object
    wrapCitationEntry(text: string, id: string): string
  }

  export interface CitationItem {
    id: string
    prefix?: string
    suffix?: string
    locator?: string
    label?: string
    'suppress-author'?: boolean
  }

  export class Engine {
    constructor(system: System, style: string, language: string, forceLanguage: boolean)
    readonly opt: {
      update_mode: number
      class: string
      development_extensions: Record<string, boolean>
    }
    readonly citation: {opt: {layout_prefix: string; layout_suffix: string}}
    readonly registry: {registry: Record<string, {seq: number}>}
    setOutputFormat(name: string): void
    updateItems(ids: readonly string[]): void
    makeCitationCluster(items: readonly CitationItem[]): string
    makeBibliography(): [{entry_ids: string[][]}, string[]] | false
    getTerm(name: string, form?: string): string
  }

  export type Format = Record<string, unknown>

  const CSL: {
    Engine: typeof Engine
    NUMERIC: number
    debug(text: string): void
    Output: {Formats: Record<string, Format>}
  }
  export default CSL
}

/** A data file as a table: cells are text, as typed. */
export interface DataTable {
  readonly columns: readonly {readonly key: string; readonly label: string}[]
  /** As many cells each as there are columns. */
  readonly rows: readonly (readonly string[])[]
}

/** The kinds of data files, by the ending of their names. */
export const dataKinds = ['csv', 'tsv', 'json', 'yaml', 'yml'] as const
export type DataKind = (typeof dataKinds)[number]

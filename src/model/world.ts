/**
 * The outside, as far as a build may see it: files below one folder. Paths are relative to it, with `/`.
 * What leads out of the folder, by `..` or by a link, is not there.
 */
export interface World {
  /** The bytes of a file; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>
  /** All files below a folder, sorted; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
}

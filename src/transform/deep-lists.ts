import type {VFile} from 'vfile'
import {deepest, sayTooDeep} from './refuse-depth.js'
import type {Source} from './sources.js'

/** What reads lists takes time with the third power of their depth: no more than this is handed to it. */
const most = 100
const marker = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/gm

/** A text up to a list that is nested so deep that reading it would not end, which is an error where it goes too far. */
export function withoutDeepLists(text: string, file: VFile, source: Source | undefined): string {
  const open: {readonly width: number; readonly start: number}[] = []
  for (const {1: indent = '', index: start} of text.matchAll(marker)) {
    const width = indent.replaceAll('\t', '    ').length
    while ((open.at(-1)?.width ?? -1) >= width) open.pop()
    open.push({width, start})
    if (open.length <= most) continue
    const line = (source?.firstLine ?? 1) + text.slice(0, start).split('\n').length - 1
    const point = {line, column: indent.length + 1}
    sayTooDeep(file, deepest, {start: point, end: point})
    return text.slice(0, open[0]?.start)
  }
  return text
}

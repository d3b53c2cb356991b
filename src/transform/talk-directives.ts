import {h} from 'hastscript'
import type {VFile} from 'vfile'
import {containerDirectives, type Known, leafDirectives} from './known-directives.js'
import {toSetting} from './talk-setting.js'

type Leaf = Pick<Known, 'written'> & Partial<Known> & {readonly once?: true}

/** The directives that a file may hold: a deck written by hand knows some that a review does not. */
export function directivesFor(file: VFile): {
  containers: Readonly<Record<string, Known>>
  leaves: Readonly<Record<string, Leaf>>
} {
  return isTalk(file)
    ? {
        containers: {...containerDirectives, ...talkContainers},
        leaves: {...leafDirectives, ...talkLeaves}
      }
    : {containers: containerDirectives, leaves: leafDirectives}
}

/** Whether a file is a deck written by hand. */
export function isTalk({path}: VFile): boolean {
  return path.endsWith('.deck.md')
}

const anyText = /\S/

const talkContainers: Readonly<Record<string, Known>> = {
  column: {written: ':::column', make: ({children}) => [h('div', {className: ['talk-column']}, children)]},
  steps: {written: ':::steps', make: ({children}) => [h('div', {className: ['talk-steps']}, children)]}
}

const talkLeaves: Readonly<Record<string, Leaf>> = {
  slide: {
    written: '::slide{layout=quote theme=dark background=photo.jpg source="…" #name}',
    attributes: {
      ...{layout: anyText, theme: anyText, background: anyText, source: anyText},
      id: /^[a-z0-9-]{1,60}$/
    },
    make: ({attributes}) => [toSetting(attributes)]
  },
  review: {
    written: '::review{#methods}',
    attributes: {id: anyText},
    required: ['id'],
    refers: true,
    make: ({attributes: {id}}) => [h('div', {className: ['talk-piece'], dataPiece: id})]
  }
}

import type {ElementContent, Nodes, Text} from 'hast'
import {type Typography, typographyFor} from '../words/typography.js'
import {change, type Edit, type Flow, flowsOf, settle, textOf, toPieces} from './flows.js'
import {quoteEdits} from './quotes.js'
import {type Rule, signRules} from './signs.js'
import {frenchRules, spaceRules} from './spaces.js'

/**
 * Sets the signs of a text as its language prints them: quotation marks, dashes, and spaces at which no line breaks.
 * No word changes and no node moves; code, addresses and identifiers stay as they were typed.
 */
export function rehypeTypography(language: string): (tree: Nodes) => void {
  const setter = setterFor(language)
  return (tree) => {
    for (const flow of flowsOf(tree)) {
      setter(flow)
      settle(flow)
    }
  }
}

/** The same for blocks without a root. */
export function typesetBlocks(blocks: readonly ElementContent[], language: string): void {
  rehypeTypography(language)({type: 'root', children: [...blocks]})
}

/** The same for a text without elements: a title, a key point. */
export function typeset(text: string, language: string): string {
  const node: Text = {type: 'text', value: text}
  const flow = toPieces(text, node)
  setterFor(language)(flow)
  return flow.map((piece) => piece.text).join('')
}

function setterFor(language: string): (flow: Flow) => void {
  const typography: Typography = typographyFor(language)
  const signs = signRules(typography)
  const spaces = spaceRules(typography)
  const french = typography.before && frenchRules(typography.before)
  return (flow) => {
    for (const rule of signs) obey(rule, flow)
    change(flow, quoteEdits(textOf(flow), typography))
    for (const rule of spaces) obey(rule, flow)
    for (const rule of french?.typed ?? []) obey(rule, flow)
    for (const rule of french?.added ?? []) obey(rule, flow, 'own words')
  }
}

/** `own words`: what others titled, in links, is no place to add something. */
function obey({finds, gives}: Rule, flow: Flow, where?: 'own words'): void {
  const text = textOf(flow)
  const edits: Edit[] = []
  for (const match of text.matchAll(finds)) {
    const given = gives(match)
    if (given !== undefined && given !== match[0])
      edits.push({start: match.index, end: match.index + match[0].length, text: given})
  }
  if (edits.length > 0) change(flow, where ? edits.filter(isOwn(flow)) : edits)
}

function isOwn(flow: Flow): (edit: Edit) => boolean {
  const cited: boolean[] = flow.flatMap((piece) => Array.from({length: piece.text.length}, () => piece.cited))
  return ({start}) => !cited[start]
}

import type {CitationItem} from 'citeproc'
import type {CitedPart} from '../model/citation.js'
import {withoutSigns} from './output-format.js'

/** A part of a citation as the processor takes it. Numbers of the author’s are disguised where numbers are references. */
export function toItem(
  {id, prefix, suffix, locator, label, suppressAuthor}: CitedPart,
  {isSentence, isNumeric, hasLocators}: {isSentence: boolean; isNumeric: boolean; hasLocators: boolean}
): CitationItem {
  const [before, after] = [withoutSigns(prefix ?? ''), withoutSigns(suffix ?? '')]
  const where = locator ? withoutSigns(locator) : ''
  const set = (text: string) => (isNumeric ? text.replace(/[0-9]/g, disguised) : text)
  // A style that prints no locators must not lose the author’s.
  const shown = `, ${written[label ?? ''] ?? label} ${where}`
  const kept = hasLocators || !where ? after : `${shown}${after && !/^[,;:.]/.test(after) ? ' ' : ''}${after}`
  return {
    id,
    ...(before ? {prefix: set(`${before} `)} : {}),
    ...(kept ? {suffix: set(/^[,;:.]/.test(kept) ? kept : ` ${kept}`)} : {}),
    ...(where && hasLocators ? {locator: where, label: label ?? 'page'} : {}),
    ...(suppressAuthor || isSentence ? {'suppress-author': true} : {})
  }
}

const written: Readonly<Record<string, string>> = {
  page: 'p.',
  chapter: 'chap.',
  figure: 'fig.',
  section: 'sec.',
  paragraph: 'para.',
  volume: 'vol.',
  note: 'n.',
  line: 'l.'
}

const firstDigit = 0xe020

function disguised(digit: string): string {
  return String.fromCharCode(firstDigit + Number(digit))
}

/** The author’s numbers as he wrote them. */
export function undisguised(text: string): string {
  return text.replace(/[\uE020-\uE029]/g, (sign) => String(sign.charCodeAt(0) - firstDigit))
}

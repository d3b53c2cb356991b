import {PDF, PdfArray, PdfDict, PdfNumber, type PdfObject, PdfRef, PdfStream, PdfString} from '@libpdf/core'
import {getDocument, OPS} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** An element of a PDF’s tag tree, as a screen reader has it. */
export interface Element {
  readonly type: string
  /** Its type after the role map. */
  readonly role: string
  readonly dict: PdfDict
  readonly parent: Element | undefined
  /** What it holds, in order: elements, and the page and mark of each piece of content: `3:17`. */
  readonly parts: (Element | string)[]
  readonly links: PdfDict[]
  attribute(name: string): PdfObject | undefined
}

export interface TaggedPdf {
  readonly pdf: PDF
  /** In reading order. */
  readonly elements: readonly Element[]
  /** What each mark of the content holds, in the order of painting; text without spaces. */
  readonly marks: ReadonlyMap<string, string>
  /** Painting operators that stand neither in a mark nor in an artifact, by page. */
  readonly unmarked: readonly string[]
  /** What stands in artifacts, by page: the text of a header, `-` for lines and areas. */
  readonly artifacts: readonly string[]
  readonly links: readonly PdfDict[]
  /** Marks in the streams of forms, and those that elements claim there. */
  readonly formMarks: {readonly there: ReadonlySet<string>; readonly claimed: ReadonlySet<string>}
  readonly xmp: string
  resolve(value: PdfObject | undefined): PdfObject | undefined
  /** The text of an element, as it is read. */
  textOf(element: Element): string
}

export async function openTagged(bytes: Uint8Array): Promise<TaggedPdf> {
  const pdf = await PDF.load(bytes)
  const resolve = (value: PdfObject | undefined) =>
    value instanceof PdfRef ? (pdf.context.resolve(value) ?? undefined) : value
  const dictionary = (value: PdfObject | undefined) => {
    const object = resolve(value)
    return object instanceof PdfDict ? object : undefined
  }
  const list = (value: PdfObject | undefined): PdfObject[] => {
    const object = resolve(value)
    if (object instanceof PdfArray) return object.toArray()
    return value === undefined ? [] : [value]
  }
  const numbers = new Map(pdf.getPages().map(({ref}, index) => [ref.objectNumber, index + 1]))
  const catalog = pdf.context.catalog.getDict()
  const root = dictionary(catalog.get('StructTreeRoot'))
  const roles = dictionary(root?.get('RoleMap'))
  const elements: Element[] = []

  const claimed = new Set<string>()
  const read = (dict: PdfDict, parent: Element | undefined, page: PdfRef | undefined) => {
    const type = dict.getName('S')?.value ?? ''
    const element: Element = {
      ...{type, dict, parent, parts: [], links: []},
      role: roles?.getName(type)?.value ?? type,
      attribute: (name) =>
        list(dict.get('A'))
          .map((owned) => dictionary(owned)?.get(name))
          .find((value) => value !== undefined)
    }
    elements.push(element)
    parent?.parts.push(element)
    const own = dict.getRef('Pg') ?? page
    const mark = (at: PdfRef | undefined, id: number) =>
      element.parts.push(`${numbers.get(at?.objectNumber ?? 0)}:${id}`)
    for (const kid of list(dict.get('K'))) {
      if (kid instanceof PdfNumber) {
        mark(own, kid.value)
        continue
      }
      const below = dictionary(kid)
      const kind = below?.getName('Type')?.value
      const form = below?.getRef('Stm')
      if (form) claimed.add(`${form.objectNumber}:${below?.getNumber('MCID')?.value}`)
      if (kind === 'MCR') mark(below?.getRef('Pg') ?? own, below?.getNumber('MCID')?.value ?? -1)
      else if (kind === 'OBJR') {
        const link = dictionary(below?.get('Obj'))
        if (link) element.links.push(link)
      } else if (below) read(below, element, own)
    }
  }
  for (const top of list(root?.get('K'))) {
    const dict = dictionary(top)
    if (dict) read(dict, undefined, undefined)
  }

  const there = new Set<string>()
  for (const {dict} of pdf.getPages()) {
    for (const [, ref] of dictionary(dictionary(dict.get('Resources'))?.get('XObject')) ?? []) {
      const form = dictionary(ref)
      if (!(form instanceof PdfStream && ref instanceof PdfRef) || form.getName('Subtype')?.value !== 'Form')
        continue
      const text = Buffer.from(form.getDecodedData()).toString('latin1')
      for (const [, id] of text.matchAll(/MCID (\d+)/g)) there.add(`${ref.objectNumber}:${id}`)
    }
  }

  const metadata = dictionary(catalog.get('Metadata'))
  const content = await readContent(bytes)
  return {
    ...{pdf, elements, resolve, formMarks: {there, claimed}, ...content},
    links: pdf
      .getPages()
      .flatMap(({dict}) => list(dict.get('Annots')).flatMap((each) => dictionary(each) ?? [])),
    xmp: metadata instanceof PdfStream ? Buffer.from(metadata.data).toString('utf8') : '',
    textOf: (element) => textOf(element, content.marks)
  }
}

function textOf(element: Element, marks: ReadonlyMap<string, string>): string {
  return element.parts
    .map((part) => (typeof part === 'string' ? (marks.get(part) ?? '') : textOf(part, marks)))
    .join('')
}

const painting: ReadonlySet<number> = new Set([
  ...[
    OPS.fill,
    OPS.eoFill,
    OPS.stroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeStroke,
    OPS.closeFillStroke
  ],
  ...[OPS.closeEOFillStroke, OPS.shadingFill, OPS.showText, OPS.showSpacedText, OPS.nextLineShowText],
  ...[
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintSolidColorImageMask
  ]
])

/** Goes through the pages as pdf.js paints them, forms included. */
async function readContent(bytes: Uint8Array): Promise<Pick<TaggedPdf, 'marks' | 'unmarked' | 'artifacts'>> {
  const marks = new Map<string, string>()
  const unmarked: string[] = []
  const artifacts: string[] = []
  const document = await getDocument({data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false})
    .promise
  for (let number = 1; number <= document.numPages; number++) {
    const {fnArray, argsArray} = await (await document.getPage(number)).getOperatorList()
    const stack: (string | undefined)[] = []
    for (const [index, operator] of fnArray.entries()) {
      const args = argsArray[index] as unknown[] | null
      if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
        // pdf.js hands over a name or, where nothing follows it, an object with a name.
        const [given] = args ?? []
        const tag = typeof given === 'object' && given && 'name' in given ? given.name : given
        const mark = typeof args?.[1] === 'number' ? `${number}:${args[1]}` : undefined
        if (mark) marks.set(mark, marks.get(mark) ?? '')
        if (tag === 'Artifact') artifacts.push(`${number}:`)
        stack.push(tag === 'Artifact' ? 'artifact' : mark)
      }
      if (operator === OPS.endMarkedContent) stack.pop()
      const operation = operator === OPS.constructPath ? (args?.[0] as number) : operator
      if (!painting.has(operation)) continue
      const glyphs = operator === OPS.showText ? (args?.[0] as ({unicode?: string} | number)[]) : []
      const text = glyphs.map((glyph) => (typeof glyph === 'object' ? (glyph?.unicode ?? '') : '')).join('')
      const around = stack.findLast((each) => each !== undefined)
      if (!around) unmarked.push(`${number}: ${text || 'a drawing'}`)
      else if (around === 'artifact') artifacts[artifacts.length - 1] += text || '-'
      else marks.set(around, (marks.get(around) ?? '') + text.replace(/\s+/g, ''))
    }
  }
  await document.destroy()
  return {marks, unmarked, artifacts}
}

/** The elements that an element holds itself. */
export function kidsOf({parts}: Element): Element[] {
  return parts.filter((part) => typeof part === 'object')
}

/** A text of a dictionary. */
export function stringIn(dict: PdfDict, key: string): string {
  const value = dict.get(key)
  return value instanceof PdfString ? value.asString() : ''
}

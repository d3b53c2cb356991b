/// <reference lib="dom" />
import type {PreviewWords} from '../../../words/preview.js'
import type {Standing} from '../protocol.js'
import {made, type Pane, type PaneTeller} from './pane.js'
import {drawn, type PDFDocumentProxy, pdfjs, ratioOf} from './pdf-js.js'
import {holdPlace, placeAt, sameText} from './pdf-place.js'
import {textPlace} from './pdf-text.js'

const zooms = [0.4, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3]
/** Pixels around a page. */
const margin = 16

interface Sheet {
  readonly element: HTMLElement
  /** The version that its picture is of, and how wide it was drawn. */
  drawn: string
  isNear: boolean
  ratio: number
}

interface Context {
  readonly review: string
  readonly title: string
  readonly words: PreviewWords
  readonly tell: PaneTeller
}

/** A PDF as a list of its pages: drawn where they are seen, replaced where they stand. */
export function pdfPane(output: string, {review, title, words, tell}: Context): Pane {
  const list = made('div', {class: 'sheets', tabindex: '0', role: 'region', 'aria-label': title})
  const sheets: Sheet[] = []
  let standing: Standing | undefined
  let shown: Standing | undefined
  let pdf: PDFDocumentProxy | undefined
  let isSeen = false
  let isBusy = false
  let zoom = 1
  let drawing: Promise<void> | undefined
  let isAsked = false
  const near = new IntersectionObserver(
    (entries) => {
      for (const {target, isIntersecting} of entries) {
        const sheet = sheets.find(({element}) => element === target)
        if (sheet) sheet.isNear = isIntersecting
      }
      void draw()
    },
    {root: list, rootMargin: '60% 0px'}
  )
  const resized = new ResizeObserver(() => resize())
  resized.observe(list)
  list.addEventListener('scroll', () => tell.place(placeNow()), {passive: true})

  return {
    element: list,
    stand(now) {
      standing = now
      void update()
    },
    see(seen) {
      isSeen = seen
      if (seen) tell.place(placeNow())
      void update()
    },
    async show({text}) {
      const found = pdf && (await textPlace(pdf, text))
      const sheet = found && sheets[found.page - 1]
      if (!found || !sheet) return false
      const top = sheet.element.offsetTop + found.top * sheet.element.offsetHeight
      list.scrollTo({top: top - list.clientHeight / 3})
      const style = `top: ${100 * found.top}%; height: ${100 * found.height}%`
      const mark = made('i', {class: 'mark', style})
      sheet.element.append(mark)
      setTimeout(() => mark.remove(), 2200)
      return true
    },
    zoom(step) {
      const at = zooms.indexOf(zoom)
      zoom = step === 0 ? 1 : (zooms[Math.max(0, Math.min(zooms.length - 1, at + step))] ?? 1)
      resize()
    },
    close() {
      near.disconnect()
      resized.disconnect()
      void pdf?.destroy()
    }
  }

  async function update(): Promise<void> {
    if (isBusy || !isSeen || !standing || standing.version === shown?.version) return void draw()
    isBusy = true
    try {
      const query = `review=${encodeURIComponent(review)}&output=${output}&v=${standing.version}`
      const response = await fetch(`pdf?${query}`)
      if (!response.ok) return
      const version = Number(response.headers.get('X-Version'))
      const {getDocument} = await pdfjs()
      const last = pdf
      const next = await getDocument({data: await response.arrayBuffer(), isEvalSupported: false}).promise
      const now = {...standing, version}
      await lay(next, now)
      await draw()
      void last?.destroy()
      tell.shown(now)
      tell.place(placeNow())
    } finally {
      isBusy = false
    }
    if (standing.version > (shown?.version ?? 0)) void update()
  }

  /** As many sheets as there are pages, each of its page’s shape; what is read stays where it is. */
  async function lay(next: PDFDocumentProxy, now: Standing): Promise<void> {
    const same = pdf && (await sameText(pdf, next, placeAt(list.scrollTop, elements())))
    const ratios = await Promise.all(
      Array.from({length: next.numPages}, async (_, index) => ratioOf(await next.getPage(index + 1)))
    )
    pdf = next
    shown = now
    const goBack = holdPlace(list, elements, same)
    for (const {element} of sheets.splice(ratios.length)) {
      near.unobserve(element)
      element.remove()
    }
    for (const [index, ratio] of ratios.entries()) {
      const sheet = sheets[index] ?? add()
      sheet.ratio = ratio
      sheet.element.setAttribute('aria-label', words.page(index + 1, ratios.length))
    }
    size()
    goBack()
  }

  function add(): Sheet {
    const element = made('div', {class: 'sheet', role: 'img'})
    const sheet: Sheet = {element, drawn: '', isNear: sheets.length < 2, ratio: 1}
    sheets.push(sheet)
    list.append(element)
    near.observe(element)
    return sheet
  }

  /** Sheets as wide as the pane and the zoom have them. */
  function size(): void {
    const width = Math.max(120, Math.round((list.clientWidth - 2 * margin) * zoom))
    for (const {element, ratio} of sheets) {
      element.style.width = `${width}px`
      element.style.height = `${Math.round(width * ratio)}px`
    }
  }

  function resize(): void {
    const goBack = holdPlace(list, elements)
    size()
    goBack()
    void draw()
  }

  function elements(): HTMLElement[] {
    return sheets.map(({element}) => element)
  }

  /** Draws what is near the window and not drawn as it is; what is far gives its memory back. */
  function draw(): Promise<void> {
    isAsked = true
    drawing ??= drawAll().finally(() => {
      drawing = undefined
    })
    return drawing
  }

  async function drawAll(): Promise<void> {
    while (isAsked) {
      isAsked = false
      if (!pdf || !isSeen) return
      for (const [index, sheet] of sheets.entries()) {
        const wanted = `${shown?.version} ${sheet.element.clientWidth} ${devicePixelRatio}`
        if (!sheet.isNear) {
          sheet.element.querySelector('canvas')?.remove()
          sheet.drawn = ''
        } else if (sheet.drawn !== wanted && index < pdf.numPages) {
          const canvas = await drawn(await pdf.getPage(index + 1), sheet.element.clientWidth)
          sheet.element.querySelector('canvas')?.remove()
          sheet.element.prepend(canvas)
          sheet.drawn = wanted
        }
      }
    }
  }

  function placeNow(): string {
    const middle = list.scrollTop + list.clientHeight / 2
    const index = sheets.findLastIndex(({element}) => element.offsetTop <= middle)
    return sheets.length === 0 ? '' : words.page(Math.max(0, index) + 1, sheets.length)
  }
}

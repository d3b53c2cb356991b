/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type {DrawnDeck, DrawnElement, DrawnNode, Edge, Look} from '../model/drawn-deck.js'
import type {Press} from './press.js'

/** Reads off a deck’s page, as it will be printed, what stands where and how it is set. */
export async function drawSlides(
  press: Pick<Press, 'draw'>,
  html: string,
  size: {width: number; height: number}
): Promise<DrawnDeck> {
  const {answer, photographs} = await press.draw(html, size, question)
  return {...answer, photographs}
}

// Runs in the page: nothing outside its own body exists there.
function question(): Omit<DrawnDeck, 'photographs'> {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
  const known = new Map<string, string>()
  const colourOf = (css: string): string => {
    const found = known.get(css)
    if (found !== undefined || !canvas) return found ?? ''
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
    const colour = alpha < 13 ? '' : hex
    known.set(css, colour)
    return colour
  }
  const px = (length: string) => Number.parseFloat(length) || 0
  const quoted = (content: string) => /^"(.*)"$/.exec(content)?.[1] ?? ''
  const lookOf = (element: Element): Look => {
    const style = getComputedStyle(element)
    const edge = (side: string): Edge => {
      const width = px(style.getPropertyValue(`border-${side}-width`))
      const colour = colourOf(style.getPropertyValue(`border-${side}-color`))
      return width > 0 && colour ? {width, colour} : undefined
    }
    return {
      display: style.display,
      isHidden: style.display === 'none' || style.visibility === 'hidden',
      isPlaced: style.position === 'absolute' || style.position === 'fixed',
      isLeftward: style.direction === 'rtl',
      textAlign: style.textAlign,
      size: px(style.fontSize),
      weight: px(style.fontWeight),
      isItalic: style.fontStyle !== 'normal',
      family: (style.fontFamily.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, ''),
      lineHeight: px(style.lineHeight) || px(style.fontSize) * 1.2,
      letterSpacing: px(style.letterSpacing),
      colour: colourOf(style.color) || '000000',
      fill: colourOf(style.backgroundColor),
      whiteSpace: style.whiteSpace,
      isUpper: style.textTransform === 'uppercase',
      decoration: style.textDecorationLine,
      verticalAlign: style.verticalAlign,
      textIndent: px(style.textIndent),
      padding: [px(style.paddingTop), px(style.paddingRight), px(style.paddingBottom), px(style.paddingLeft)],
      edges: [edge('top'), edge('right'), edge('bottom'), edge('left')],
      listStyle: style.listStyleType,
      markColour: element.localName === 'li' ? colourOf(getComputedStyle(element, '::marker').color) : '',
      objectFit: style.objectFit,
      before: quoted(getComputedStyle(element, '::before').content),
      after: quoted(getComputedStyle(element, '::after').content)
    }
  }
  let photographs = 0
  const photographed = (element: Element): number => {
    element.setAttribute('data-photograph', String(photographs))
    return photographs++
  }
  /** A drawing that needs neither the page’s colours nor its fonts. */
  const alone = (svg: Element): string => {
    const copy = svg.cloneNode(true) as Element
    const [from, to] = [
      [svg, ...svg.querySelectorAll('*')],
      [copy, ...copy.querySelectorAll('*')]
    ]
    for (const [index, node] of to.entries()) {
      const source = from[index]
      if (!source) continue
      const style = getComputedStyle(source)
      for (const {name, value} of [...node.attributes]) {
        if (name === 'class' || name === 'style' || name.startsWith('data-')) node.removeAttribute(name)
        else if (value.includes('var(')) {
          const colour = colourOf(style.getPropertyValue(name))
          node.setAttribute(name, colour ? `#${colour}` : 'none')
        } else if (name === 'font-family')
          node.setAttribute(
            name,
            `${value.includes('Lectern serif') && !value.includes('Lectern sans') ? 'Source Serif 4, Cambria, serif' : 'Source Sans 3, Calibri, Arial, sans-serif'}`
          )
      }
    }
    return new XMLSerializer().serializeToString(copy)
  }

  const drawSlide = (slide: Element): DrawnElement => {
    const origin = slide.getBoundingClientRect()
    const boxOf = ({left, top, width, height}: DOMRect) => ({
      x: left - origin.left,
      y: top - origin.top,
      width,
      height
    })
    const draw = (node: Node): DrawnNode[] => {
      if (node instanceof Element) return [drawElement(node)]
      if (node.nodeType !== Node.TEXT_NODE) return []
      const range = document.createRange()
      range.selectNodeContents(node)
      const lines = [...range.getClientRects()].filter(({width}) => width > 0).map(boxOf)
      return [{kind: 'text', value: node.nodeValue ?? '', lines}]
    }
    const drawElement = (element: Element): DrawnElement => {
      const look = lookOf(element)
      const name = element.localName
      const isDrawing = name === 'svg'
      const isFormula = name === 'math' && look.display.includes('block')
      const isForeign =
        name === 'img' && !/^data:image\/(?:png|jpeg|gif)[;,]/.test(element.getAttribute('src') ?? '')
      const needsPhotograph =
        (isDrawing || isFormula || isForeign) && element.getBoundingClientRect().width > 0
      return {
        kind: 'element',
        name,
        classes: [...element.classList],
        attributes: Object.fromEntries([...element.attributes].map((each) => [each.name, each.value])),
        box: boxOf(element.getBoundingClientRect()),
        look,
        children: isDrawing ? [] : [...element.childNodes].flatMap(draw),
        ...(isDrawing ? {svg: alone(element)} : {}),
        ...(element instanceof HTMLImageElement
          ? {natural: {width: element.naturalWidth, height: element.naturalHeight}}
          : {}),
        ...(needsPhotograph ? {photograph: photographed(element)} : {})
      }
    }
    return drawElement(slide)
  }
  const token = (name: string) => colourOf(getComputedStyle(document.documentElement).getPropertyValue(name))
  return {
    colours: {
      ink: token('--ink'),
      quiet: token('--quiet'),
      rule: token('--rule'),
      hairline: token('--hairline'),
      wash: token('--wash'),
      accent: token('--accent'),
      strong: token('--accent-dark'),
      paper: 'ffffff'
    },
    slides: [...document.querySelectorAll('.slide')].map(drawSlide)
  }
}

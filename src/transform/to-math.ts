import {createRequire} from 'node:module'
import type {ElementContent, Element as HtmlElement} from 'hast'
import {h} from 'hastscript'
import type Temml from 'temml'
import type {Element, ElementContent as XmlContent} from 'xast'
import {readXml} from './xml.js'

/** No formula of a review is longer; what is, is a trap. */
const longest = 2000
/** Definitions could multiply, and what loads, links or dresses up has no place in a formula. */
const refused =
  /\\(?:[gex]?def|let|futurelet|global|(?:re)?newcommand|providecommand|newenvironment|href|url|includegraphics|html\w*|class|id|style|data|require|input)(?![a-zA-Z])/

/** MathML of LaTeX, as MathML Core knows it, or why there is none. */
export function toMath(latex: string, display: boolean): HtmlElement | string {
  if (latex.length > longest) return `at most ${longest} characters`
  const [command] = refused.exec(latex) ?? []
  if (command) return `LaTeX without \`${command}\``
  let xml: string
  try {
    xml = loadTemml().renderToString(latex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      strict: false,
      xml: true,
      macros: {},
      maxExpand: 200,
      maxSize: [20, 100]
    })
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(
      / at (?:position|end)/
    )
    return `sound LaTeX: ${reason.replace(/\s+/g, ' ').slice(0, 160)}`
  }
  const root = readXml(xml)
  return root ? toElement(root) : 'a formula that is nested less'
}

const require = createRequire(import.meta.url)

/** Loaded with the first formula: most reviews have none, and it is the largest module of all that read one. */
function loadTemml(): typeof Temml {
  return require('temml')
}

const elements = new Set(
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mstyle mpadded mphantom menclose merror'.split(
    ' '
  )
)
const attributes = new Set(
  'display displaystyle scriptlevel mathvariant stretchy symmetric fence separator form lspace rspace minsize maxsize largeop movablelimits accent accentunder linethickness width height depth voffset rowspan columnspan style'.split(
    ' '
  )
)

function toElement({name, attributes: given, children}: Element): HtmlElement {
  const kept = Object.entries(given).filter(([key, value]) => {
    if (key === 'style') return name !== 'math' && value != null && /^[-a-z0-9:;.%#\s]+$/i.test(value)
    return attributes.has(key)
  })
  const content = children.flatMap((child: XmlContent): ElementContent[] => {
    if (child.type === 'text') return [{type: 'text', value: child.value}]
    return child.type === 'element' && elements.has(child.name) ? [toElement(child)] : []
  })
  const node = h(name, {}, content)
  for (const [key, value] of kept) node.properties[key] = value ?? ''
  return node
}

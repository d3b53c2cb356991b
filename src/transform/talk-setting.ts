import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {hexOf} from './talk-colours.js'

/** How a slide is set, as `::slide{…}` says. */
export interface Setting {
  readonly node: Element
  readonly id?: string
  readonly layout?: string
  readonly theme?: string
  /** `#0f3547` */
  readonly colour?: string
  /** A background that is neither a colour nor the path of a picture. */
  readonly wrong?: string
  /** A picture behind everything; it says nothing. */
  readonly image?: Element
  readonly source?: string
}

/** What stands in the tree for `::slide{…}`: the picture behind the slide, so that it is checked as any other; else nothing to see. */
export function toSetting(attributes: Readonly<Record<string, string>>): Element {
  const {id, layout, theme, background, source} = attributes
  const colour = background === undefined ? undefined : hexOf(background)
  const given = {dataSlide: '', dataId: id, dataLayout: layout, dataTheme: theme, dataSource: source}
  if (background === undefined || colour) return h('div', {...given, dataColour: colour})
  if (!/[./:]/.test(background)) return h('div', {...given, dataWrong: background})
  return h('img', {...given, src: background, alt: ''})
}

/** The setting that an element stands for; undefined where it is none. */
export function settingOf(node: ElementContent): Setting | undefined {
  if (node.type !== 'element' || node.properties.dataSlide === undefined) return undefined
  const {dataId, dataLayout, dataTheme, dataColour, dataWrong, dataSource, src} = node.properties
  return {
    node,
    ...(dataId ? {id: String(dataId)} : {}),
    ...(dataLayout ? {layout: String(dataLayout)} : {}),
    ...(dataTheme ? {theme: String(dataTheme)} : {}),
    ...(dataColour ? {colour: String(dataColour)} : {}),
    ...(dataWrong ? {wrong: String(dataWrong)} : {}),
    ...(node.tagName === 'img' && src ? {image: h('img', {src: String(src), alt: ''})} : {}),
    ...(dataSource ? {source: String(dataSource)} : {})
  }
}

/** The settings of a talk’s slides, wherever they stand. */
export function settingsOf(body: readonly ElementContent[]): Setting[] {
  const settings: Setting[] = []
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    const setting = settingOf(node)
    if (setting) settings.push(setting)
  })
  return settings
}

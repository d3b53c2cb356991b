import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {World} from '../model/world.js'
import {imageSize} from './image-size.js'
import {pathOf, resolvePath} from './sources.js'
import {makeHarmless} from './svg.js'

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml'
}

/**
 * Puts every picture into the page itself. A picture must be a file of the project: an address is never asked,
 * and a file that is not there is an error at the picture’s place.
 */
export async function embedImages(tree: Root, file: VFile, world: World): Promise<void> {
  const images: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'img') images.push(node)
  })
  await Promise.all(images.map((image) => embed(image)))

  async function embed(image: Element): Promise<void> {
    const {src} = image.properties
    const complain = (message: string, ruleId: string) => {
      file.message(message, {place: image.position, source: 'transform', ruleId}).fatal = true
    }
    image.properties.src = undefined
    if (typeof src !== 'string' || src === '') {
      return complain(
        'Unexpected picture without a file, expected the path of one in the project',
        'missing-image'
      )
    }
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) {
      return complain(
        `Unexpected address \`${src}\`, expected a picture saved in the project`,
        'remote-image'
      )
    }
    const path = resolvePath(pathOf(file, image), src)
    const type = types[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '']
    if (!type) {
      const known = Object.keys(types).join(', ')
      return complain(`Unexpected kind of picture \`${src}\`, expected one of ${known}`, 'unknown-image')
    }
    const bytes = await world.read(path).catch(() => undefined)
    if (!bytes)
      return complain(
        `Unexpected missing picture \`${src}\`, expected a file at \`${path}\``,
        'missing-image'
      )
    if (!isKind(bytes, type))
      return complain(
        `Unexpected content of \`${src}\`, expected a picture of the kind its name says`,
        'unknown-image'
      )
    const content = type === 'image/svg+xml' ? harmless(bytes, src, image, complain) : bytes
    if (!content) return
    const size = imageSize(bytes, type)
    if (size && (size.width * size.height > mostPixels || Math.max(size.width, size.height) > longestSide))
      return complain(
        `Unexpected picture \`${src}\` of ${size.width} × ${size.height} pixels, expected at most ${mostPixels / 1e6} million, and ${longestSide} to a side`,
        'image-limit'
      )
    image.properties.src = `data:${type};base64,${Buffer.from(content).toString('base64')}`
  }

  function harmless(
    bytes: Uint8Array,
    src: string,
    image: Element,
    complain: (message: string, ruleId: string) => void
  ): Uint8Array | undefined {
    const drawing = makeHarmless(new TextDecoder().decode(bytes))
    if ('refused' in drawing) {
      complain(`Unexpected drawing \`${src}\`, expected ${drawing.refused}`, 'malformed-drawing')
      return undefined
    }
    if (drawing.lost.length > 0) {
      const lost = drawing.lost.slice(0, 8).map((name) => `\`${name}\``)
      file.message(
        `Unexpected ${lost.join(', ')} in the drawing \`${src}\`, expected shapes and text: that is left out`,
        {place: image.position, source: 'transform', ruleId: 'unsafe-drawing'}
      )
    }
    return new TextEncoder().encode(drawing.svg)
  }
}

/** More than a page can show, and than a browser should be asked to unpack. */
const mostPixels = 50_000_000
const longestSide = 20_000

/** How files of each kind begin. */
const signatures: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG\r\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF[\s\S]{4}WEBP/,
  'image/avif': /^[\s\S]{4}ftypavi[fs]/,
  'image/svg+xml': /<svg[\s>]/i
}

function isKind(bytes: Uint8Array, type: string): boolean {
  const length = type === 'image/svg+xml' ? 4096 : 16
  return signatures[type]?.test(Buffer.from(bytes.subarray(0, length)).toString('latin1')) ?? false
}

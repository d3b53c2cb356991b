import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {World} from '../model/world.js'

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
    const path = resolve(file.path, src)
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
    image.properties.src = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  }
}

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

/** A path as the author writes it, beside the review or, with a leading slash, from the project’s root. */
function resolve(review: string, src: string): string {
  const path = decode(src.split(/[?#]/)[0] ?? src)
  const folder = path.startsWith('/') ? [] : review.split('/').slice(0, -1)
  const parts: string[] = []
  for (const part of [...folder, ...path.split('/')]) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

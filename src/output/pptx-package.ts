/** The parts of a presentation’s package by their names, without the slash before them. */
export type Parts = Map<string, string | Uint8Array>

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'application/vnd.openxmlformats-officedocument'

const kinds: readonly (readonly [name: RegExp, type: string])[] = [
  [/^ppt\/presentation\.xml$/, `${office}.presentationml.presentation.main+xml`],
  [/^ppt\/slides\/slide\d+\.xml$/, `${office}.presentationml.slide+xml`],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, `${office}.presentationml.slideLayout+xml`],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, `${office}.presentationml.slideMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, `${office}.presentationml.notesSlide+xml`],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, `${office}.presentationml.notesMaster+xml`],
  [/^ppt\/theme\/[^/]+\.xml$/, `${office}.theme+xml`],
  [/^ppt\/presProps\.xml$/, `${office}.presentationml.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${office}.presentationml.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${office}.presentationml.tableStyles+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, `${office}.extended-properties+xml`]
]

const extensions: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml'
}

/** `[Content_Types].xml`: what each part is. */
export function contentTypes(parts: Parts): string {
  const names = [...parts.keys()].filter((name) => name !== '[Content_Types].xml').sort()
  const used = new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)))
  const defaults = Object.entries(extensions)
    .filter(([extension]) => used.has(extension))
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
  const overrides = names.flatMap((name) => {
    const kind = kinds.find(([pattern]) => pattern.test(name))
    return kind ? [`<Override PartName="/${name}" ContentType="${kind[1]}"/>`] : []
  })
  return `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`
}

/** Relations of a part, `rId1` and so on: the last words of each kind’s address, and where it leads. */
export function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
  )
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

/** A picture that stands on many slides is held once: pictures are named in the order they are met. */
export function shareMedia(parts: Parts): void {
  const media = [...parts].filter(([name]) => name.startsWith('ppt/media/'))
  const names = new Map<string, string>()
  const byBytes = new Map<string, string>()
  const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/_rels\//.test(name)).sort(byNumber)
  for (const slide of slides) {
    const text = String(parts.get(slide))
    for (const [, target = ''] of text.matchAll(/Target="\.\.\/(media\/[^"]+)"/g)) {
      const bytes = parts.get(`ppt/${target}`)
      if (!(bytes instanceof Uint8Array) || names.has(target)) continue
      const extension = target.slice(target.lastIndexOf('.') + 1).replace('jpg', 'jpeg')
      const key = `${extension}:${Buffer.from(bytes).toString('base64')}`
      const name = byBytes.get(key) ?? `media/picture${byBytes.size + 1}.${extension}`
      byBytes.set(key, name)
      names.set(target, name)
    }
  }
  const held = new Map(media)
  for (const [name] of media) parts.delete(name)
  for (const [target, name] of names) parts.set(`ppt/${name}`, held.get(`ppt/${target}`) ?? '')
  for (const slide of slides)
    parts.set(
      slide,
      String(parts.get(slide)).replace(
        /Target="\.\.\/(media\/[^"]+)"/g,
        (whole, target) => `Target="../${names.get(target) ?? whole}"`
      )
    )
}

/** `slide2` comes before `slide10`. */
export function byNumber(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => Number(/(\d+)\.xml/.exec(name)?.[1] ?? 0))
  return (a ?? 0) - (b ?? 0)
}

/** The order that readers look for parts in: what they are, how they hang together, and the rest by name. */
export function inOrder(parts: Parts): [string, string | Uint8Array][] {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)
  return [...parts].sort(
    ([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0)
  )
}

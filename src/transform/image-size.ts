/** The size of a picture in pixels, as its first bytes say it; undefined where they do not. */
export function imageSize(bytes: Uint8Array, type: string): {width: number; height: number} | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (type) {
      case 'image/png':
        return {width: view.getUint32(16), height: view.getUint32(20)}
      case 'image/gif':
        return {width: view.getUint16(6, true), height: view.getUint16(8, true)}
      case 'image/jpeg':
        return jpegSize(view)
      case 'image/webp':
        return webpSize(view)
      case 'image/avif':
        return avifSize(view)
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}

function jpegSize(view: DataView): {width: number; height: number} | undefined {
  for (let at = 2; at < view.byteLength - 8; ) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return undefined
    const isFrame = 0xc0 <= marker && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return {width: view.getUint16(at + 7), height: view.getUint16(at + 5)}
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

function webpSize(view: DataView): {width: number; height: number} | undefined {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))
  if (kind === 'VP8 ')
    return {width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff}
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return {width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1}
  }
  if (kind !== 'VP8X') return undefined
  const at = (offset: number) => view.getUint16(offset, true) + (view.getUint8(offset + 2) << 16) + 1
  return {width: at(24), height: at(27)}
}

/** The box `ispe` holds the size; it stands near the beginning. */
function avifSize(view: DataView): {width: number; height: number} | undefined {
  for (let at = 0; at + 16 < Math.min(view.byteLength, 4096); at++)
    if (view.getUint32(at) === 0x69737065)
      return {width: view.getUint32(at + 8), height: view.getUint32(at + 12)}
  return undefined
}

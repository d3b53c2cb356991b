import {createHash} from 'node:crypto'
import type {Pdf} from './pdf.js'
import {type Dict, Ref, Stream, Text, type Value} from './values.js'

/** A PDF as a file: all that its trailer leads to, numbered as it is met, with its own digest for an identifier. */
export function writePdf(pdf: Pdf): Uint8Array {
  const parts: Uint8Array[] = []
  const numbers: number[] = []
  const met: Ref[] = []
  const offsets: number[] = []
  let length = 0
  let text = '%PDF-1.4\n%\xD3\xEB\xE9\xE1\n'

  const trailer: Dict = new Map()
  for (const key of ['Root', 'Info']) {
    const value = pdf.trailer.get(key)
    if (value !== undefined) trailer.set(key, value)
    if (value instanceof Ref) numberOf(value)
  }
  for (let index = 0; index < met.length; index++) {
    offsets.push(length + text.length)
    text += `${index + 1} 0 obj\n`
    const value = pdf.resolve(met[index]) ?? null
    if (value instanceof Stream) writeStream(value)
    else write(value)
    text += '\nendobj\n'
    if (text.length > 1 << 16) flush()
  }
  const table = length + text.length
  text += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`
  trailer.set('Size', offsets.length + 1)
  text += 'trailer\n'
  write(trailer)
  flush()
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  const id = digest.digest('hex').slice(0, 32).toUpperCase()
  const end = parts.length - 1
  parts[end] = parts[end]?.subarray(0, -2) ?? new Uint8Array()
  text = `/ID[<${id}><${id}>]>>\nstartxref\n${table}\n%%EOF\n`
  flush()
  return Buffer.concat(parts)

  function flush(): void {
    if (text) parts.push(Buffer.from(text, 'latin1'))
    length += text.length
    text = ''
  }

  function writeStream({dict, data}: Stream): void {
    dict.set('Length', data.length)
    write(dict)
    text += '\nstream\n'
    flush()
    parts.push(data)
    length += data.length
    text = '\nendstream'
  }

  function write(value: Value): void {
    if (value instanceof Ref) text += `${numberOf(value)} 0 R`
    else if (typeof value === 'string') text += `/${value}`
    else if (typeof value === 'number') text += numeral(value)
    else if (value instanceof Map) {
      text += '<<'
      for (const [key, each] of value) {
        text += `/${key}`
        if (isApart(each)) text += ' '
        write(each)
      }
      text += '>>'
    } else if (Array.isArray(value)) {
      text += '['
      for (let index = 0; index < value.length; index++) {
        const each = value[index] ?? null
        if (index > 0 && isApart(each)) text += ' '
        write(each)
      }
      text += ']'
    } else if (value instanceof Text) text += literal(value)
    else text += String(value)
  }

  function numberOf(ref: Ref): number {
    const known = numbers[ref.number]
    if (known !== undefined) return known
    met.push(ref)
    numbers[ref.number] = met.length
    return met.length
  }
}

/** Whether nothing but a space parts a value from what stands before it. */
function isApart(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || value === null || value instanceof Ref
}

/** A number without an exponent, which PDF does not know. */
function numeral(value: number): string {
  const short = String(value)
  return short.includes('e') ? value.toFixed(10) : short
}

function literal({bytes}: Text): string {
  return `(${bytes.replace(/[\\()\r]/g, (sign) => (sign === '\r' ? '\\r' : `\\${sign}`))})`
}

/** What a PDF is made of. A name is a string, without its slash and spelled as in the file. */
export type Value = null | boolean | number | string | Text | Ref | Value[] | Dict | Stream

export type Dict = Map<string, Value>

/** Stands for an object of the file, by its number; one object has one `Ref`. */
export class Ref {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }
}

/** Bytes with a dictionary that says what they are. */
export class Stream {
  readonly dict: Dict
  readonly data: Uint8Array

  constructor(dict: Dict, data: Uint8Array) {
    this.dict = dict
    this.data = data
  }
}

/** A string of a PDF. */
export class Text {
  /** One character a byte. */
  readonly bytes: string

  constructor(bytes: string) {
    this.bytes = bytes
  }

  /** A text as PDF has it: one byte a letter where all are Latin, else UTF-16. */
  static of(text: string): Text {
    if (/^[\t\n\r\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF]*$/.test(text) && !/^(?:þÿ|ÿþ|ï»¿)/.test(text))
      return new Text(text)
    return new Text(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('latin1'))
  }

  toString(): string {
    if (this.bytes.startsWith('þÿ'))
      return Buffer.from(this.bytes.slice(2, this.bytes.length & ~1), 'latin1')
        .swap16()
        .toString('utf16le')
    return this.bytes.startsWith('ï»¿') ? Buffer.from(this.bytes.slice(3), 'latin1').toString() : this.bytes
  }
}

/** Letters behind a name, which spells what is not plain as `#C3#A9`. */
export function nameText(name: string): string {
  if (!name.includes('#')) return name
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

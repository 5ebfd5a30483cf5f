// Small pieces of PDF syntax (ISO 32000-1, 7.3) for what is written past pdfkit.

/** An object's source that pdfkit writes as it stands. */
export class Source {
  text = ''

  /** Makes pdfkit take the object for a value and not for a dictionary of properties. */
  get [Symbol.toStringTag](): string {
    return 'Source'
  }

  /** The source. */
  toString(): string {
    return this.text
  }
}

/** A text string as hexadecimal UTF-16BE with its byte order mark. */
export function textString(text: string): string {
  return `<FEFF${utf16(text)}>`
}

/** UTF-16BE in hexadecimal. */
export function utf16(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i))
  return hex
}

/** Four hexadecimal digits. */
export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0')
}

/** A number with at most two decimals, and no exponent. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

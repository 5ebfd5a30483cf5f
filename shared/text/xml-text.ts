// Owns what of a text an XML document can hold.

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g

/** The text with U+FFFD for each character that XML 1.0 (2.2) cannot hold, lone surrogates among them. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(NOT_XML, '\uFFFD')
}

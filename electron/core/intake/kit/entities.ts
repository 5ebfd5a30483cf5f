// Owns decoding the entities of XML and HTML, once.
import { decodeHTML } from 'entities'

/** Text with its entities decoded. XML exports use HTML's names too, undeclared: they are all known. */
export function decodeEntities(text: string, xml: boolean): string {
  if (!text.includes('&')) return text
  // In XML an entity ends in a semicolon; `&copy` without one is text.
  return xml ? text.replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, (entity) => decodeHTML(entity)) : decodeHTML(text)
}

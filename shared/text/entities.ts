// Owns the three HTML entities that X writes into the text of its exports.

const ENTITY = /&(amp|lt|gt);/g
const MEANING = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
])

/**
 * Undoes X's escaping of `full_text`, `text` and note tweets: exactly `&amp;`, `&lt;` and `&gt;`, once. `&amp;lt;` is `&lt;`,
 * which is what the author typed; `&quot;` and `&#39;` are the author's own characters and stay.
 *
 * @param text a string from an X export, not decoded before
 * @returns the text as its author wrote it
 */
export function decodeXEntities(text: string): string {
  return text.replace(ENTITY, (entity, name: string) => MEANING.get(name) ?? entity)
}

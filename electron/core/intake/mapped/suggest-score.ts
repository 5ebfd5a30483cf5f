// Owns how well a column suits a field: by its heading, and by whether its values can be what the heading says.
import type { RecordField } from '../../../../shared/domain/intake/mapping.ts'
import type { ColumnSample } from './columns.ts'
import { HEADINGS, plainHeading } from './suggest-words.ts'
import { isShortened } from './value-text.ts'

/** 1 for the surest heading of a field, less for vaguer ones, 0 for none of its own. */
export function headingScore(field: RecordField | 'time' | 'kind', path: string): number {
  const [whole, last] = plainHeading(path)
  const words = HEADINGS[field]
  const place = (name: string) => words.indexOf(name)
  const rank = (name: string) => (place(name) < 0 ? 0 : 1 - (place(name) / words.length) * 0.5)
  const deep = path.includes('.') ? 0.9 : 1
  const exact = Math.max(rank(whole), rank(last) * deep)
  if (exact > 0) return exact
  // “Post Message”, “Created (UTC)”: the surest words inside longer headings.
  return words.slice(0, 8).some((word) => word.length > 3 && whole.includes(word)) ? 0.45 : 0
}

/** 0 where the values cannot be of the field, up to 1. @param rows how many were looked at */
export function plausible(field: RecordField, column: ColumnSample, rows: number): number {
  const { texts, values } = column
  if (texts.length === 0) return 0
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  switch (field) {
    case 'id': {
      const distinct = new Set(texts).size
      if (distinct !== texts.length || texts.length < leastFilled(rows) || values.some(isShortened)) return 0
      return share((text) => !/\s/.test(text.trim()) && text.length <= 200)
    }
    case 'url':
      return share((text) => /^https?:\/\/\S+$/i.test(text.trim())) > 0.7 ? 1 : 0
    case 'media':
      return share((text) => /\.(?:jpe?g|png|gif|webp|heic|mp4|mov|m4v|webm|mp3|m4a|wav|pdf)\b/i.test(text))
    case 'text':
      return share((text) => !isPlainValue(text)) > 0.4 ? 1 : 0
    case 'title':
    case 'alt':
      return share((text) => !/^https?:/i.test(text)) > 0.7 ? 1 : 0
    case 'handle':
      return share((text) => /^@?[\p{L}\p{N}._-]{1,60}$/u.test(text.trim())) > 0.8 ? 1 : 0
    case 'author':
      return share((text) => text.length <= 120 && !/^https?:|^\d{9,}$/i.test(text.trim())) > 0.8 ? 1 : 0
    case 'parent':
    case 'conversation':
      return share((text) => text.length <= 300) > 0.8 ? 1 : 0
  }
}

/** Below the rows of a table a line of sums may stand, which has no number. */
function leastFilled(rows: number): number {
  return Math.min(rows * 0.98, rows > 4 ? rows - 1 : rows)
}

/** A number, a truth, an address: no words. */
function isPlainValue(text: string): boolean {
  return /^(?:[-+\d.,:/ T]+Z?|true|false|yes|no|https?:\/\/\S+)$/i.test(text.trim())
}

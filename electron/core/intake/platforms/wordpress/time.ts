// Owns when an item or a comment was written.
import type { Element } from 'domhandler'
import { childText } from '../../kit/markup.ts'
import { type TimeFields, writtenTime } from '../../kit/time.ts'

/** The first of these that says a time: GMT before the site’s own, which has no zone; drafts have zeros. */
export function timeOf(element: Element, gmt: string, local: string, rss = ''): TimeFields {
  const [sure, site] = [childText(element, gmt), childText(element, local)]
  if (/^\d{4}-/.test(sure) && !sure.startsWith('0000')) return writtenTime(sure, 'UTC')
  if (/^\d{4}-/.test(site) && !site.startsWith('0000')) return writtenTime(site, 'unknown')
  const words = rss === '' ? '' : childText(element, rss)
  // Without a zone a computer would read it in its own.
  const at = /(?:GMT|UTC|[+-]\d{4})$/.test(words) ? Date.parse(words) : Number.NaN
  if (Number.isNaN(at) || at < 0) return writtenTime(words, 'unknown')
  return { ...writtenTime(new Date(at).toISOString().slice(0, 19), 'UTC'), atSource: words }
}

/** When an item was last saved, with the zone that WordPress means there and does not write; `''` where it never was. */
export function savedTime(gmt: string): string {
  if (gmt === '' || gmt.startsWith('0000')) return ''
  return /\d$/.test(gmt) ? `${gmt}${gmt.includes('T') ? 'Z' : ' UTC'}` : gmt
}

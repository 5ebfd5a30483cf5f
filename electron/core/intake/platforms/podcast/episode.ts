// Owns making a record of an episode.
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { blockText, child, children, childText, linksIn, parseFragment } from '../../kit/markup.ts'
import { clockTime, type TimeFields, writtenTime } from '../../kit/time.ts'

/** An `<item>`; told apart by its guid, else by the address of its sound. */
export function episodeOutcome(item: Element, show: string): Outcome {
  const title = childText(item, 'title') || childText(item, 'itunes:title')
  const html = childText(item, 'content:encoded') || childText(item, 'description') || childText(item, 'itunes:summary')
  const body = parseFragment(html)
  const text = blockText(body)
  const enclosures = children(item, 'enclosure').map(({ attribs }) => ({
    url: attribs.url ?? '',
    type: attribs.type,
    length: attribs.length,
  }))
  const address = childText(item, 'link')
  const [first] = enclosures
  const transcripts = children(item, 'podcast:transcript').map(({ attribs }) => ({
    url: attribs.url,
    type: attribs.type,
  }))
  return record({
    kind: enclosures.length > 0 ? 'episode' : 'post',
    id: childText(item, 'guid') || first?.url || address || null,
    key: title,
    time: feedTime(childText(item, 'pubDate') || childText(item, 'dc:date')),
    author:
      [childText(item, 'itunes:author'), childText(item, 'dc:creator'), childText(item, 'author')]
        .map(nameIn)
        .find(Boolean) ?? '',
    text: [title, text].filter((part) => part !== '').join('\n'),
    links: [
      ...linksIn(body),
      ...(address === '' ? [] : [{ shown: title || address, target: address }]),
      ...enclosures.map(({ url }) => ({ shown: 'Sound', target: url })),
      ...transcripts.map(({ url = '' }) => ({ shown: 'Transcript', target: url })),
    ],
    details: {
      title,
      show,
      subtitle: childText(item, 'itunes:subtitle'),
      duration: childText(item, 'itunes:duration'),
      season: childText(item, 'itunes:season') || childText(item, 'podcast:season'),
      episode: childText(item, 'itunes:episode') || childText(item, 'podcast:episode'),
      episodeType: childText(item, 'itunes:episodeType'),
      explicit: childText(item, 'itunes:explicit'),
      image: child(item, 'itunes:image')?.attribs.href,
      enclosures,
      transcripts,
      chapters: child(item, 'podcast:chapters')?.attribs.url,
      people: children(item, 'podcast:person').map((one) => ({ name: blockText(one), role: one.attribs.role })),
      tags: children(item, 'category').map(blockText),
    },
    content: { title, html, enclosures: enclosures.map(({ url }) => url), published: childText(item, 'pubDate') },
  })
}

/** `a@b.c (Name)` is Name; an address alone is nobody’s name, and is left in the source. */
function nameIn(author: string): string {
  const named = /^\S+@\S+\s+\(([^)]*)\)$/.exec(author)
  if (named !== null) return named[1]?.trim() ?? ''
  return /^\S+@\S+$/.test(author) ? '' : author.replace(/\s*<[^>]*@[^>]*>/, '')
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const RFC =
  /^(?:[a-z]+,?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(.*)$/i
const ZONES: Readonly<Record<string, string>> = {
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  Z: 'UTC',
  GMT: 'UTC',
  UT: 'UTC',
  UTC: 'UTC',
}

/** RFC 822, of two digits for the year too, or ISO; a zone that is none leaves the time without one. */
function feedTime(text: string): TimeFields {
  const parts = RFC.exec(text.trim())
  if (parts === null) return writtenTime(text, 'unknown')
  const [, day = '', name = '', years = '', hour = '0', minute = '0', second, zone = ''] = parts
  const year = Number(years) + (years.length > 2 ? 0 : Number(years) < 70 ? 2000 : 1900)
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  const clock = {
    year,
    month,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    milli: 0,
  }
  const offset = ZONES[zone.trim().toUpperCase()] ?? (/^[+-]\d{4}/.test(zone) ? zone : 'unknown')
  return clockTime(clock, text, parts[4] === undefined ? 'day' : second === undefined ? 'minute' : 'second', offset)
}

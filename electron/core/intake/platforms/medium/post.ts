// Owns making a record of a story, a draft or a response; all three are pages of one form (formats.md §5).
import type { Outcome } from '../../draft.ts'
import { charsetOf, decoderFor } from '../../kit/charset.ts'
import { failed, record } from '../../kit/draft.ts'
import { parseMarkup } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, writtenTime } from '../../kit/time.ts'
import { bodyOf, fileOf, markupOf, type StoryBody } from './body.ts'
import { type Entry, entryOf, handleIn, numberIn, numberOf } from './entry.ts'
import type { MediumState } from './state.ts'

const INFERRED =
  'Medium does not mark responses. This page has no subtitle and no heading, and its title is its first words, as responses have.'

/** The page of a story. */
export function postOutcome(bytes: Buffer, reading: Reading<MediumState>): Outcome {
  const entry = entryOf(parseMarkup(bytes, false))
  const { about, file, media, state } = reading
  const body = bodyOf(entry.body)
  if (entry.body === undefined && entry.title === '') {
    return failed('story-without-words', 'has neither a title nor a body, as a story must')
  }
  const number = numberOf(entry, file.name)
  const isShared = number !== null && state.shared.has(number)
  if (isShared) {
    const sentence = `Several pages of this export give the number ${number} and have different titles. They were kept apart by their titles.`
    reading.odd('number-shared', sentence)
  }
  const draft = entry.published === null && entry.canonical === ''
  const answers = entry.answers !== ''
  const response = answers || (!draft && looksLikeResponse(entry, body))
  const handle = entry.author === null ? null : (handleIn(entry.author.address) ?? entry.author.name)
  const address = entry.canonical || entry.short
  const page = decoderFor(charsetOf(bytes.subarray(0, 32_768)))(bytes)
  return record({
    kind: response ? 'comment' : 'post',
    ...(number === null ? { key: `story ${entry.title}` } : { id: isShared ? `${number} ${entry.title}` : number }),
    time: entry.published === null ? NO_TIME : writtenTime(entry.published, 'UTC'),
    author: handle ?? (draft ? (about.ownerHandle ?? '') : ''),
    state: draft ? 'draft' : 'live',
    parent: answers ? (numberIn(entry.answers) ?? entry.answers) : null,
    text: wordsOf(entry, body, response),
    links: [
      ...body.links,
      ...(address === '' ? [] : [{ shown: entry.title || address, target: address }]),
      ...(answers ? [{ shown: 'In reply to', target: entry.answers }] : []),
    ],
    details: {
      title: entry.title,
      subtitle: entry.subtitle,
      authorName: entry.author?.name,
      address,
      publication: publicationIn(entry.canonical),
      tags: entry.tags,
      pictures: body.pictures,
      embedded: body.embedded,
      response: response && !answers ? INFERRED : undefined,
    },
    content: {
      title: entry.title,
      subtitle: entry.subtitle,
      body: markupOf(page),
      tags: entry.tags,
      published: entry.published,
    },
    media: body.pictures.map((picture) => media.file(fileOf(picture))),
  })
}

/** Responses have neither subtitle nor heading; what stands as their title is cut from their words. */
function looksLikeResponse({ title, subtitle, tags }: Entry, { text, headed }: StoryBody): boolean {
  const start = title.replace(/(?:…|\.\.\.)$/, '').trim()
  if (subtitle !== '' || headed || tags.length > 0 || start === '') return false
  return text.split('\n').some((line) => line.replace(/\s+/g, ' ').startsWith(start))
}

/** Title, subtitle and body; a body mostly begins with the first two, which are not said twice. */
function wordsOf({ title, subtitle }: Entry, { text }: StoryBody, response: boolean): string {
  if (response && text !== '') return text
  let rest = text
  for (const line of [title, subtitle]) {
    const first = rest.split('\n', 1)[0] ?? ''
    if (line !== '' && first.replace(/\s+/g, ' ').trim() === line) rest = rest.slice(first.length).replace(/^\n+/, '')
  }
  return [title, subtitle, rest].filter((part) => part !== '').join('\n')
}

/** `https://medium.com/<publication>/…`; a person's own stories stand under `@name`. */
function publicationIn(canonical: string): string {
  const parts = /^https?:\/\/(?:www\.)?([^/]+)\/([^/?#]+)\/[^/?#]+/i.exec(canonical)
  if (parts === null || parts[1]?.toLowerCase() !== 'medium.com') return ''
  const first = parts[2] ?? ''
  return first.startsWith('@') || first === 'p' ? '' : first
}

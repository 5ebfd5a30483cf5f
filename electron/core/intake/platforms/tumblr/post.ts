// Owns making a record of a post in Tumblr's XML.
import { hash } from 'node:crypto'
import type { Element } from 'domhandler'
import type { RecordState } from '../../../../../shared/domain/record/record.ts'
import { canonicalJson } from '../../../vault/canonical.ts'
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { child, children, elementsIn, plainText } from '../../kit/markup.ts'
import type { MarkupPlace } from '../../kit/markup-reader.ts'
import type { Reading } from '../../kit/spec.ts'
import { secondsTime, type TimeFields, writtenTime } from '../../kit/time.ts'
import { countOf, filled } from '../../kit/value.ts'
import { pageTime } from '../../meta/html/dates.ts'
import { mediaOf } from './media.ts'
import type { TumblrState } from './state.ts'
import { contentOf, wordsOf } from './words.ts'

/** An element of posts; where its end is missing, the posts after it stand in it and are read all the same. */
export function postOutcomes(
  element: Element,
  { ancestors }: MarkupPlace,
  reading: Reading<TumblrState>,
): readonly Outcome[] {
  const blog = ancestors.map((one) => child(one, 'tumblelog')).find((one) => one !== undefined)
  return elementsIn(element, ({ name }) => name === 'post').map((post) => postOutcome(post, blog, reading))
}

function postOutcome(post: Element, blog: Element | undefined, { about, media }: Reading<TumblrState>): Outcome {
  const { attribs } = post
  const id = attribs.id ?? ''
  if (id === '' && children(post).length === 0) return failed('post-without-content', 'has neither a number nor words')
  const words = wordsOf(post)
  const tags = children(post, 'tag').map((tag) => plainText(tag).trim())
  const address = attribs['url-with-slug'] || attribs.url || ''
  const notes = countOf(attribs['note-count'])
  const plays = countOf(attribs['audio-plays'])
  const state = attribs.state ?? ''
  return record({
    kind: 'post',
    ...(id === '' ? { key: words.title } : { id }),
    form: 'full',
    time: postTime(attribs),
    author: blogOf(post) || blog?.attribs.name || about.ownerHandle || '',
    state: stateOf(state),
    text: words.text,
    links: [...words.links, ...(address === '' ? [] : [{ shown: words.title || address, target: address }])],
    details: {
      type: attribs.type?.toLowerCase(),
      title: words.title,
      ...words.details,
      tags,
      state: state === 'published' ? '' : state,
      visibility: state === 'private' || attribs.private === 'true' ? 'private' : '',
      address,
      localTime: attribs.date,
      blog: attribsOf(child(post, 'tumblelog') ?? blog),
      writtenIn: attribs.format,
      reblog: reblogOf(attribs),
      trail: words.trail,
      submittedBy: attribs.submitter,
      attributes: othersOf(attribs),
    },
    measures: [
      ...(notes === null ? [] : [['notes', notes] as const]),
      ...(plays === null ? [] : [['plays', plays] as const]),
    ],
    content: { post: digestOf(post) },
    media: mediaOf(id === '' ? null : id, words.named, media),
  })
}

/** A digest of the content fields: the post's own page in the export is told by it to be the same version. */
export function digestOf(post: Element): string {
  return hash('sha256', canonicalJson({ type: post.attribs.type?.toLowerCase() ?? '', ...fieldsOf(post) }))
}

function fieldsOf(post: Element): Readonly<Record<string, unknown>> {
  return { content: contentOf(post), isReblog: post.attribs.is_reblog ?? null }
}

/** Seconds, else the time in GMT, else the blog's local time, whose zone nobody says. */
export function postTime(attribs: Readonly<Record<string, string | undefined>>): TimeFields {
  const seconds = secondsTime(attribs['unix-timestamp'])
  if (seconds.at !== null) return seconds
  const sure = writtenTime(attribs['date-gmt'], 'UTC')
  if (sure.at !== null) return sure
  const words = attribs.date ?? ''
  const local = Date.parse(`${words} UTC`)
  if (Number.isNaN(local) || local <= 0) return pageTime(words)
  return { ...writtenTime(new Date(local).toISOString().slice(0, 19), 'unknown'), atSource: words }
}

/** Published and private posts stand on the blog; drafts, what waits, and what was submitted do not. */
export function stateOf(state: string): RecordState {
  return /^(?:draft|queued?|submission|unapproved|scheduled)$/i.test(state) ? 'draft' : 'live'
}

/** The blog that a post says it stands in. */
export function blogOf(post: Element): string {
  return post.attribs.tumblelog || child(post, 'tumblelog')?.attribs.name || ''
}

/** What the old API says of a blog: title and zone, never the many sizes of its picture. */
function attribsOf(blog: Element | undefined): Readonly<Record<string, unknown>> | undefined {
  if (blog === undefined) return undefined
  const { title, timezone, url } = blog.attribs
  return filled({ title, timezone, url, description: plainText(blog).trim() })
}

/** What says of a post that it passes on another's. */
function reblogOf(attribs: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> | undefined {
  const from = Object.entries(attribs).filter(([name]) => name.startsWith('reblogged-'))
  if (attribs.is_reblog !== 'true' && from.length === 0) return undefined
  return { is: true, ...Object.fromEntries(from) }
}

const SAID =
  /^(?:id|url|url-with-slug|type|date|date-gmt|unix-timestamp|format|slug|state|tumblelog|submitter|note-count|audio-plays|is_reblog|private|reblogged-.*)$/

function othersOf(attribs: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  const others = Object.entries(attribs).filter(([name]) => !SAID.test(name))
  return others.length === 0 ? undefined : Object.fromEntries(others)
}

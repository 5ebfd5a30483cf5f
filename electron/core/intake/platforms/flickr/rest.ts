// Owns making records of albums, galleries, favourites, letters, discussions, testimonials, and of the profile.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, secondsTime, writtenTime } from '../../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, listOf, textOf, textsOf } from '../../kit/value.ts'
import { type FlickrState, personName } from './state.ts'
import { lineOf, wordsOf } from './words.ts'

type Maker = (value: JsonObject, reading: Reading<FlickrState>) => Outcome

/** A maker of records that are objects, for values of any kind. */
export function ofObject(make: Maker): (value: unknown, reading: Reading<FlickrState>) => Outcome {
  return (value, reading) =>
    isObject(value) ? make(value, reading) : failed('not-an-object', 'is not an object, as a record of Flickr must be')
}

/** @param what `album`, or `gallery`, which holds pictures by others */
export function albumOf(what: 'album' | 'gallery'): Maker {
  return (value, { about }) => {
    const title = lineOf(value.title)
    const words = wordsOf(value.description)
    const address = textOf(value.url)
    return record({
      kind: 'album',
      id: `${what} ${idOf(value.id) ?? title}`,
      time:
        typeof value.created === 'string' && value.created.includes('-')
          ? writtenTime(value.created, 'unknown')
          : secondsTime(value.created),
      author: about.ownerHandle ?? '',
      text: [title, words.text].filter((part) => part !== '').join('\n'),
      links: [...words.links, ...(address === '' ? [] : [{ shown: title || address, target: address }])],
      details: {
        what,
        title,
        photos: textsOf(value.photos),
        cover: textOf(value.cover_photo),
        updated: value.last_updated,
      },
      measures: [...countsOf('views', value.view_count), ...countsOf('photos', value.photo_count)],
      content: { title: value.title ?? null, description: value.description ?? null, photos: listOf(value.photos) },
    })
  }
}

/** A picture that the account made a favourite; Flickr gives no time. */
export const faveOutcome: Maker = (value, { about }) => {
  const id = idOf(value.photo_id)
  const address = textOf(value.photo_url) || textOf(value.url)
  if (id === null && address === '') return failed('fave-without-photo', 'names no picture, as a favourite must')
  return record({
    kind: 'like',
    id: `fave ${id ?? address}`,
    time: NO_TIME,
    author: about.ownerHandle ?? '',
    parent: id,
    text: address || (id ?? ''),
    links: address === '' ? [] : [{ shown: address, target: address }],
    content: { photo: id, address: id === null ? address : null },
  })
}

/** A letter, sent or received. */
export const mailOutcome: Maker = (value, { state }) => {
  const [from, to] = [textOf(value.from), textOf(value.to)]
  const id = idOf(value.id)
  const subject = lineOf(value.subject)
  const { text, links } = wordsOf(value.body)
  const people = [from, to].sort().join(' ')
  return record({
    kind: 'message',
    ...(id === null ? { key: people } : { id: `mail ${id}` }),
    time: writtenTime(value.date_sent, 'unknown'),
    author: textOf(value.from_username) || personName(state, from),
    conversation: people.trim() === '' ? null : people,
    text: [subject, text].filter((part) => part !== '').join('\n'),
    links,
    details: {
      subject,
      from,
      to: textOf(value.to_username) || personName(state, to),
      deletedInMailbox: /^(?:1|true)$/i.test(String(value.deleted ?? '')) || undefined,
    },
    content: { subject: value.subject ?? null, body: value.body ?? null, from, to },
  })
}

/** A topic or a reply in a group. */
export const discussionOutcome: Maker = (value, { about }) => {
  const [topic, reply] = [idOf(value.topic_id), idOf(value.reply_id)]
  const title = lineOf(value.topic_title)
  const { text, links } = wordsOf(value.body ?? value.message)
  return record({
    kind: reply === null ? 'post' : 'reply',
    ...(topic === null ? { key: title } : { id: `discussion ${topic}${reply === null ? '' : `/${reply}`}` }),
    time: writtenTime(value.date, 'unknown'),
    author: about.ownerHandle ?? '',
    conversation: topic === null ? null : `discussion ${topic}`,
    parent: topic === null || reply === null ? null : `discussion ${topic}`,
    text: [title, text].filter((part) => part !== '').join('\n'),
    links,
    details: { title, group: lineOf(value.group_name), groupId: textOf(value.group_id) },
    content: { title: value.topic_title ?? null, body: value.body ?? value.message ?? null },
  })
}

/** What one person wrote about another; `given` by the account, else received by it. */
export function testimonialOf(given: boolean): Maker {
  return (value, { about }) => {
    const person = lineOf(value.author_or_subject_screen_name)
    const address = textOf(value.profile_url)
    const { text, links } = wordsOf(value.body)
    return record({
      kind: 'review',
      key: `${given ? 'about' : 'by'} ${person}`,
      time: writtenTime(value.created, 'unknown'),
      author: given ? (about.ownerHandle ?? '') : person,
      text,
      links: [...links, ...(address === '' ? [] : [{ shown: person, target: address }])],
      details: { what: 'testimonial', about: given ? person : about.ownerHandle },
      content: { body: value.body ?? null, person, given },
    })
  }
}

/** The profile as others see it; its address for letters is left in the source. */
export const profileOutcome: Maker = (value) => {
  const words = wordsOf(value.description)
  const stats = isObject(value.stats) ? value.stats : {}
  const website = textOf(value.website_url)
  const name = lineOf(value.real_name)
  const fields = ['occupation', 'hometown', 'city', 'country'] as const
  return record({
    kind: 'profile',
    id: idOf(value.nsid),
    time: writtenTime(value.join_date, 'unknown'),
    author: textOf(value.screen_name) || textOf(value.path_alias),
    text: [name, words.text].filter((part) => part !== '').join('\n'),
    links: [...words.links, ...(website === '' ? [] : [{ shown: website, target: website }])],
    details: {
      ...Object.fromEntries(fields.map((field) => [field, lineOf(value[field])])),
      page: textOf(value.profile_url),
    },
    measures: [...countsOf('faves', stats.faves_count), ...countsOf('groups', stats.groups_count)],
    content: {
      name,
      description: value.description ?? null,
      website,
      ...Object.fromEntries(fields.map((field) => [field, value[field] ?? null])),
    },
  })
}

function countsOf(name: string, value: unknown): readonly (readonly [string, number])[] {
  const count = countOf(value)
  return count === null ? [] : [[name, count]]
}

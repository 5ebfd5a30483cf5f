// Owns making records of pictures and films, with the comments that stand under them.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { baseName, countOf, idOf, isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import { commentOutcome } from './comment.ts'
import { type FlickrState, personName } from './state.ts'
import { lineOf, wordsOf } from './words.ts'

/** A `photo_….json`: the picture first, its comments in it. */
export function photoOutcomes(value: unknown, reading: Reading<FlickrState>): readonly Outcome[] {
  const id = isObject(value) ? idOf(value.id) : null
  if (!isObject(value) || id === null) return [failed('photo-without-id', 'has no number, as a picture must')]
  const comments = objectsOf(value.comments)
  const counted = countOf(value.count_comments)
  if (counted !== null && counted > comments.length) {
    reading.odd(
      'comments-fewer-than-counted',
      `Flickr counts ${counted} comments on this picture and exports ${comments.length}. What it exports was read.`,
    )
  }
  return [photoOutcome(value, id, reading), ...comments.map((one) => commentOutcome(one, reading, id))]
}

function photoOutcome(value: JsonObject, id: string, { about, state, media }: Reading<FlickrState>): Outcome {
  const title = lineOf(value.name)
  const words = wordsOf(value.description)
  const original = textOf(value.original)
  const own = state.files.get(id) ?? []
  const files = own.length > 0 ? own : original === '' ? [] : [original]
  const drafts = files.map((uri) => media.file({ uri, alt: null }))
  const isFilm = drafts.some(({ role }) => role === 'video')
  const page = textOf(value.photopage)
  return record({
    kind: isFilm ? 'video' : 'photo',
    id,
    // The zone is not written down.
    time: writtenTime(value.date_imported ?? value.date_taken, 'unknown'),
    author: about.ownerHandle ?? '',
    text: [title, words.text].filter((part) => part !== '').join('\n'),
    links: [...words.links, ...(page === '' ? [] : [{ shown: title || page, target: page }])],
    details: {
      title,
      taken: textOf(value.date_taken),
      visibility: textOf(value.privacy),
      safety: textOf(value.safety),
      licence: textOf(value.license),
      mayComment: textOf(value.comment_permissions),
      mayTag: textOf(value.tagging_permissions),
      original,
      page,
      rotation: value.rotation === 0 ? undefined : value.rotation,
      place: placeOf(value.geo),
      tags: objectsOf(value.tags).map(({ tag, user, date_create: added }) => ({
        tag: lineOf(tag),
        by: personName(state, user),
        added: textOf(added),
      })),
      people: objectsOf(value.people).map(({ nsid, username }) => lineOf(username) || textOf(nsid)),
      notes: objectsOf(value.notes).map(({ note, author, x, y, w, h }) => ({
        note: wordsOf(note).text,
        author: personName(state, author),
        area: [x, y, w, h],
      })),
      albums: objectsOf(value.albums).map(({ id: album, title: name }) => ({ id: album, title: lineOf(name) })),
      groups: objectsOf(value.groups).map(({ id: group, name }) => ({ id: group, name: lineOf(name) })),
    },
    measures: (['views', 'faves', 'comments', 'tags', 'notes'] as const).flatMap((name) => {
      const count = countOf(value[`count_${name}`])
      return count === null ? [] : [[name, count] as const]
    }),
    content: {
      name: value.name ?? null,
      description: value.description ?? null,
      original: baseName(original),
      taken: value.date_taken ?? null,
      geo: value.geo ?? null,
      tags: objectsOf(value.tags).map(({ tag }) => tag),
      people: objectsOf(value.people).map(({ nsid }) => nsid),
      notes: objectsOf(value.notes).map(({ id: note, note: text }) => [note, text]),
      privacy: value.privacy ?? null,
    },
    media: drafts,
  })
}

/** Degrees: whole numbers are millionths of them. */
function placeOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const geo = Array.isArray(value) ? value.find(isObject) : value
  if (!isObject(geo)) return undefined
  const [latitude, longitude] = [degreesOf(geo.latitude), degreesOf(geo.longitude)]
  return latitude === null || longitude === null ? undefined : { latitude, longitude, accuracy: geo.accuracy }
}

function degreesOf(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : textOf(value).trim()
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return null
  const number = Number(text)
  return text.includes('.') ? number : number / 1_000_000
}

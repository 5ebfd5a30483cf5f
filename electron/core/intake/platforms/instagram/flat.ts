// Owns records of Instagram's exports of 2018 to 2020 besides messages: media with `taken_at`, lists of `[moment, words, whose]`. Times are written with their zone.
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import { writtenTime } from '../../kit/time.ts'
import { baseName, isObject, type JsonObject, textOf } from '../../kit/value.ts'
import type { MetaReading } from '../../meta/reading.ts'
import { repaired } from '../../meta/repaired.ts'
import { flatSectionOf } from './sections.ts'

/** An element of `media.json`, `comments.json`, `likes.json` and the like. */
export function flatItem(value: unknown, key: string, reading: MetaReading): Outcome {
  const item = repaired(value)
  if (typeof item === 'string') return passedOver('A sentence of Instagram’s that the section is empty.')
  if (Array.isArray(item)) return pairOutcome(item, key, reading)
  if (!isObject(item)) return failed('not-an-object', 'is not an object, as a record must be')
  return takenOutcome(item, key, reading)
}

function takenOutcome(item: JsonObject, key: string, reading: MetaReading): Outcome {
  const hint = flatSectionOf(key)?.hint ?? { kind: 'post' as const }
  const path = textOf(item.path)
  const text = textOf(item.caption)
  const isFilm = hint.kind === 'photo' && /\.(?:mp4|mov|webm)$/i.test(path)
  return record({
    kind: isFilm ? 'video' : hint.kind,
    time: writtenTime(item.taken_at, 'UTC'),
    author: reading.owner,
    text,
    details: { place: item.location, ...hint.details, ...others(item, ['caption', 'taken_at', 'path', 'location']) },
    content: { text, place: item.location, media: baseName(path) },
    media: path === '' ? [] : [reading.media.file({ uri: path })],
  })
}

/** `[moment, words, whose medium]` of a comment; `[moment, whose]` of all else. */
function pairOutcome(item: readonly unknown[], key: string, reading: MetaReading): Outcome {
  const hint = flatSectionOf(key)?.hint ?? { kind: 'other' as const }
  const [moment, ...said] = item
  const words = said.map(textOf)
  const isComment = hint.kind === 'comment'
  const owner = words[isComment ? 1 : 0] ?? ''
  const text = isComment ? (words[0] ?? '') : words.filter((word) => word !== '').join('\n')
  return record({
    kind: hint.kind,
    key: owner,
    twin: hint.kind === 'like' ? 'words' : null,
    time: writtenTime(moment, 'UTC'),
    author: reading.owner,
    text,
    details: { [isComment ? 'mediaOwner' : 'title']: owner, section: key, ...hint.details },
    content: { text, owner },
  })
}

/** The profile of `profile.json`; addresses of mail and telephone numbers stay in the source. */
export function flatProfile(value: unknown, reading: MetaReading): Outcome {
  const profile = repaired(value)
  if (!isObject(profile)) return failed('not-an-object', 'is not an object, as a profile must be')
  const shown = {
    name: textOf(profile.name),
    username: textOf(profile.username),
    about: textOf(profile.biography),
    website: textOf(profile.website),
    private: profile.private_account,
  }
  return record({
    kind: 'profile',
    id: 'profile',
    time: writtenTime(profile.date_joined, 'unknown'),
    author: reading.owner,
    text: [shown.name, shown.about].filter((line) => line !== '').join('\n'),
    details: shown,
    content: shown,
  })
}

/** What else an item says, by its own keys. */
export function others(item: JsonObject, known: readonly string[]): JsonObject {
  const rest = Object.fromEntries(Object.entries(item).filter(([key]) => !known.includes(key)))
  return Object.keys(rest).length === 0 ? {} : { more: rest }
}

// Owns making records of what Facebook's files hold besides messages.

import { parseLossless } from '../../../json/lossless.ts'
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { NO_TIME, secondsTime } from '../../kit/time.ts'
import { cutDeep, isObject, textOf } from '../../kit/value.ts'
import { isEdits } from '../../meta/html/pages.ts'
import { isLabelled, labelledOutcome } from '../../meta/labelled.ts'
import { mediaNames, metaMedia } from '../../meta/media.ts'
import { activityOutcome } from '../../meta/post.ts'
import type { MetaReading } from '../../meta/reading.ts'
import { repaired } from '../../meta/repaired.ts'
import { facebookProfile, kindByName } from '../../meta/shape.ts'
import { sectionOf } from './sections.ts'

type Made = Outcome | readonly Outcome[]

/** One element of a list; `path` holds the keys that lead to the list, none for a list at the root. */
export function itemOutcome(value: unknown, [key, inner]: readonly string[], reading: MetaReading): Made {
  const item = repaired(value)
  if (!isObject(item)) {
    return typeof item === 'string'
      ? { type: 'passed-over', reason: 'A sentence of Facebook’s that the section is empty.' }
      : failed('not-an-object', 'is not an object, as a record must be')
  }
  const section = key === undefined ? undefined : sectionOf(key)
  if (isLabelled(item)) {
    // An earlier wording, which nothing joins to its post or comment: no further post.
    if (isEdits(reading.file)) return labelledOutcome(item, 'account-event', reading, { edit: true })
    return labelledOutcome(item, section?.hint.kind ?? kindByName(reading.file), reading, {})
  }
  const hint = section?.hint ?? { kind: 'post' as const }
  // `{event_responses_v2: {events_joined: […]}}`: the inner key says what was answered.
  const list = inner === undefined || inner === 'activity_log_data' ? {} : { list: inner }
  return activityOutcome(item, { ...hint, details: { ...hint.details, ...list } }, reading)
}

/** A photo of an album, with the album around it. */
export function albumItem(value: unknown, envelope: unknown, reading: MetaReading): Made {
  const photo = repaired(value)
  const album = repaired(envelope)
  if (!isObject(photo)) return failed('not-an-object', 'is not an object, as a photo must be')
  const details = isObject(album) ? { album: textOf(album.name), albumDescription: textOf(album.description) } : {}
  return activityOutcome(photo, { kind: 'photo', details }, reading)
}

/** The album itself, whatever is in it: as the pages of HTML tell it, by its name. */
export function albumRecord(envelope: unknown, reading: MetaReading): readonly Outcome[] {
  const album = repaired(envelope)
  const name = isObject(album) ? textOf(album.name) : ''
  if (!isObject(album) || name === '') return []
  const description = textOf(album.description)
  const changed = secondsTime(album.last_modified_timestamp)
  return [
    record({
      kind: 'album',
      key: `album ${name}`,
      time: NO_TIME,
      author: '',
      text: [name, description].filter((line) => line !== '').join('\n'),
      details: { changed: changed.at === null ? undefined : new Date(changed.at).toISOString(), owner: reading.owner },
      content: description === '' ? { title: name } : { title: name, description },
    }),
  ]
}

/** The profile as one record: what it shows, not how it is reached. */
export function profileOutcome(bytes: Buffer, reading: MetaReading): Outcome {
  let parsed: unknown
  try {
    const whole = parseLossless(bytes.toString('utf8'))
    cutDeep(whole)
    parsed = repaired(whole)
  } catch {
    return failed('item-malformed', 'is malformed and cannot be understood')
  }
  const profile = (isObject(parsed) ? facebookProfile(parsed) : undefined) ?? {}
  const name = isObject(profile.name) ? textOf(profile.name.full_name) : textOf(profile.name)
  const shown = {
    name,
    username: textOf(profile.username),
    about: textOf(profile.about_me) || textOf(profile.intro_bio),
    websites: profile.websites,
    previousNames: profile.previous_names,
  }
  const pictures = [profile.profile_picture, profile.cover_photo].filter(isObject)
  return record({
    kind: 'profile',
    id: 'profile',
    time: secondsTime(profile.registration_timestamp),
    author: reading.owner,
    text: [name, shown.about].filter((line) => line !== '').join('\n'),
    details: shown,
    content: { ...shown, media: mediaNames(pictures) },
    media: metaMedia(pictures, reading.media),
  })
}

// Owns making records of what Facebook's files hold besides messages.
import type { Outcome } from '../../draft.ts'
import { parseLossless } from '../../json/lossless.ts'
import { failed, record } from '../../kit/draft.ts'
import { secondsTime } from '../../kit/time.ts'
import { cutDeep, isObject, textOf } from '../../kit/value.ts'
import { isLabelled, labelledOutcome } from '../../meta/labelled.ts'
import { mediaNames, metaMedia } from '../../meta/media.ts'
import { activityOutcome } from '../../meta/post.ts'
import type { MetaReading } from '../../meta/reading.ts'
import { repaired } from '../../meta/repaired.ts'
import { facebookProfile, kindByName } from '../../meta/shape.ts'
import { sectionOf } from './sections.ts'

/** One element of a list; `path` holds the keys that lead to the list, none for a list at the root. */
export function itemOutcome(value: unknown, [key, inner]: readonly string[], reading: MetaReading): Outcome {
  const item = repaired(value)
  if (!isObject(item)) {
    return typeof item === 'string'
      ? { type: 'passed-over', reason: 'A sentence of Facebook’s that the section is empty.' }
      : failed('not-an-object', 'is not an object, as a record must be')
  }
  const section = key === undefined ? undefined : sectionOf(key)
  if (isLabelled(item)) {
    const edit = /edit/i.test(reading.file) ? { edit: true } : {}
    return labelledOutcome(item, section?.hint.kind ?? kindByName(reading.file), reading, edit)
  }
  const hint = section?.hint ?? { kind: 'post' as const }
  // `{event_responses_v2: {events_joined: […]}}`: the inner key says what was answered.
  const list = inner === undefined || inner === 'activity_log_data' ? {} : { list: inner }
  return activityOutcome(item, { ...hint, details: { ...hint.details, ...list } }, reading)
}

/** A photo of an album, with the album around it. */
export function albumItem(value: unknown, envelope: unknown, reading: MetaReading): Outcome {
  const photo = repaired(value)
  const album = repaired(envelope)
  if (!isObject(photo)) return failed('not-an-object', 'is not an object, as a photo must be')
  const details = isObject(album) ? { album: textOf(album.name), albumDescription: textOf(album.description) } : {}
  return activityOutcome(photo, { kind: 'photo', details }, reading)
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

// Owns making records of comments, likes, reposts, and of the account's profile.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { NO_TIME } from '../../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, textOf } from '../../kit/value.ts'
import { numberOf } from './kinds.ts'
import { personOf, timeOf } from './track.ts'

/** A comment, which may stand at a moment of the track. @param track the number of the track that it stands in */
export function commentOutcome(value: JsonObject, track: string | null): Outcome {
  const id = numberOf(value)
  const on = idOf(value.track_id) ?? (isObject(value.track) ? numberOf(value.track) : null) ?? track
  const moment = countOf(value.timestamp)
  const body = textOf(value.body)
  const author = personOf(value.user) || (idOf(value.user_id) ?? '')
  return record({
    kind: 'comment',
    ...(id === null ? { key: `${on ?? ''} ${author}`.trim() } : { id }),
    time: timeOf(value.created_at),
    author,
    conversation: on,
    parent: on,
    text: body,
    details: { atSecond: moment === null ? null : moment / 1000, user: idOf(value.user_id) },
    content: { body },
  })
}

/** A like or a repost of somebody's track or playlist. */
export function markOutcome(value: JsonObject, kind: 'like' | 'repost'): Outcome {
  const what = isObject(value.track) ? 'track' : 'playlist'
  const target = isObject(value.track) ? value.track : isObject(value.playlist) ? value.playlist : {}
  const number = numberOf(target)
  const address = textOf(target.permalink_url)
  const title = textOf(target.title) || address
  if (number === null && address === '') return failed('mark-without-target', 'names neither a track nor a playlist')
  const parent = number === null ? null : what === 'track' ? number : `playlist ${number}`
  return record({
    kind,
    id: `${kind} ${what} ${number ?? address}`,
    time: timeOf(value.created_at),
    author: personOf(value.user),
    parent,
    text: title,
    links: address === '' ? [] : [{ shown: title, target: address }],
    details: { what, by: personOf(target.user) },
    content: { target: parent ?? address },
  })
}

/** The account's profile. */
export function profileOutcome(value: JsonObject): Outcome {
  const [name, about] = [textOf(value.full_name), textOf(value.description)]
  const handle = textOf(value.permalink)
  const website = textOf(value.website)
  const page = textOf(value.permalink_url)
  const fields = { name, about, website, city: textOf(value.city), country: textOf(value.country) }
  return record({
    kind: 'profile',
    id: numberOf(value) ?? handle,
    time: typeof value.created_at === 'string' ? timeOf(value.created_at) : NO_TIME,
    author: textOf(value.username) || handle,
    text: [textOf(value.username), name, about].filter((part) => part !== '').join('\n'),
    links: [website, page].filter((target) => target !== '').map((target) => ({ shown: target, target })),
    details: { ...fields, about: '', handle, plan: textOf(value.plan), image: textOf(value.avatar_url) },
    measures: (['followers_count', 'followings_count', 'track_count', 'playlist_count'] as const).flatMap((key) => {
      const count = countOf(value[key])
      return count === null ? [] : [[key.replace('_count', ''), count] as const]
    }),
    content: { username: textOf(value.username), ...fields },
  })
}

// Owns making records of what the account says of itself: its profile, and changes of its handle.
import type { Outcome } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import { baseName, filled, isObject, textOf, unwrapped } from '../../kit/value.ts'
import type { NameChangeContent, ProfileContent } from './content.ts'
import { type Drafting, ownerName, PLAIN, record, timeFields } from './drafting.ts'
import type { NamedMedia } from './media-index.ts'
import { sourceTime } from './time.ts'

/** The parsed element of `profile.js`: the profile when the export was made. X gives it no time. */
export function profileOutcome(value: unknown, drafting: Drafting): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a profile must be')
  const profile = unwrapped(value, 'profile')
  const about = isObject(profile.description) ? profile.description : profile
  const content: ProfileContent = {
    bio: textOf(about.bio),
    website: textOf(about.website),
    location: textOf(about.location),
  }
  const { handle, nativeId } = drafting.owner
  const pictures = [textOf(profile.avatarMediaUrl), textOf(profile.headerMediaUrl)].filter((address) => address !== '')
  const id = nativeId ?? handle
  return record({
    ...PLAIN,
    kind: 'profile',
    nativeId: id === '' ? 'profile' : id,
    at: null,
    atSource: null,
    precision: 'unknown',
    sourceZone: null,
    author: ownerName(drafting.owner),
    text: [content.bio, content.website, content.location].filter((line) => line !== '').join('\n'),
    details: filled({ ...content, avatar: textOf(profile.avatarMediaUrl), header: textOf(profile.headerMediaUrl) }),
    content,
    // X leaves the pictures out where there were none of one's own: naming them would make them missing.
    media: drafting.media.empty
      ? []
      : drafting.media.filesOf(
          id,
          pictures.map((address) => pictureOf(id, baseName(address))),
        ),
  })
}

function pictureOf(id: string, name: string): NamedMedia {
  return { role: 'photo', names: [`${id}-${name}`, `${id}-${name}.jpg`, name], alt: null }
}

/** A parsed element of `screen-name-change.js`. */
export function nameChangeOutcome(value: unknown, drafting: Drafting): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a change of handle must be')
  const change = unwrapped(unwrapped(value, 'screenNameChange'), 'screenNameChange')
  const content: NameChangeContent = {
    changedAt: change.changedAt ?? null,
    changedFrom: textOf(change.changedFrom),
    changedTo: textOf(change.changedTo),
  }
  if (content.changedFrom === '' && content.changedTo === '') {
    return failed('change-without-handles', 'says neither the former handle nor the later one')
  }
  return record({
    ...PLAIN,
    kind: 'account-event',
    nativeId: `handle:${textOf(change.changedAt)}:${content.changedTo}`,
    ...timeFields(sourceTime(change.changedAt, drafting.latest('')), drafting),
    author: ownerName(drafting.owner),
    text: `The handle was changed from @${content.changedFrom} to @${content.changedTo}.`,
    details: filled({ event: 'handle-changed', from: content.changedFrom, to: content.changedTo }),
    content,
  })
}

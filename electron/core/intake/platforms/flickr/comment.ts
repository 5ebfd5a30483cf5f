// Owns making records of comments: under the account's pictures, and those that it wrote elsewhere.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { idOf, isObject, textOf } from '../../kit/value.ts'
import { type FlickrState, personName } from './state.ts'
import { wordsOf } from './words.ts'

/** @param photo the picture that the comment stands under; null in the lists of comments that the account made */
export function commentOutcome(value: unknown, { about, state }: Reading<FlickrState>, photo: string | null): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a comment must be')
  const { text, links } = wordsOf(value.comment)
  const target =
    photo ?? idOf(value.photo_id) ?? named('album', value.photoset_id) ?? named('gallery', value.gallery_id)
  const address = textOf(value.url) || textOf(value.comment_url) || textOf(value.photo_url)
  const id = idOf(value.id) ?? idOf(value.comment_id)
  // In the lists of what the account wrote, the writer is named for some and is the account for all.
  const author = personName(state, value.user) || (photo === null ? (about.ownerHandle ?? '') : '')
  return record({
    kind: 'comment',
    ...(id === null ? { key: target ?? '' } : { id }),
    time: writtenTime(value.date ?? value.created, 'unknown'),
    author,
    conversation: target,
    parent: target,
    text,
    links: [...links, ...(address === '' ? [] : [{ shown: address, target: address }])],
    details: { user: textOf(value.user) },
    content: { comment: value.comment ?? null },
  })
}

function named(what: string, value: unknown): string | null {
  const id = idOf(value)
  return id === null ? null : `${what} ${id}`
}

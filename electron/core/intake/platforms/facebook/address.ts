// Owns which item an address of Facebook's shows, by the number that newer exports write as `fbid`.
import type { ItemAt } from '../../platform.ts'

const SAID: ItemAt['kinds'] = ['post', 'story', 'photo', 'video', 'comment', 'reply', 'review', 'event', 'article']

/** The number in an address such as `/alderbay/posts/123`, `/permalink.php?story_fbid=123`, `/photo?fbid=123`; null where it has none, as `pfbid…` has not. */
export function itemAtAddress({ hostname, pathname, searchParams }: URL): ItemAt | null {
  if (!/(?:^|\.)facebook\.com$/.test(hostname)) return null
  const comment = searchParams.get('comment_id')
  if (comment !== null) return NUMBER.test(comment) ? { id: comment, kinds: ['comment', 'reply'] } : null
  const asked = searchParams.get('story_fbid') ?? searchParams.get('fbid') ?? searchParams.get('v')
  const id = asked ?? IN_PATH.exec(pathname)?.[1] ?? ''
  return NUMBER.test(id) ? { id, kinds: SAID } : null
}

const NUMBER = /^\d{5,25}$/
const IN_PATH = /\/(?:posts|videos|reel|permalink|photos(?:\/[^/]+)?|events|notes)\/(?:[^/]*\/)?(\d{5,25})(?:\/|$)/

// Mastodon: the archive of an account, an outbox of activities (docs/formats/mastodon.md).

import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, listOf, textOrNull } from '../../kit/value.ts'
import { activityOutcome, savedOutcome } from './activity.ts'

export default definePlatform<null>({
  name: 'mastodon',
  parser: 'mastodon 1',
  title: 'Mastodon',
  neverExported: [
    'Mastodon does not export messages and posts by others, nor who favoured or boosted.',
    'Earlier wordings of edited posts and deleted posts are not in the export.',
  ],
  claim: claimFile,
  about: async ({ peeks }) => {
    const actor = peeks.map(({ json }) => json).find((json) => isObject(json) && 'preferredUsername' in json)
    const found = isObject(actor) ? actor : {}
    return {
      layout: 'activitystreams',
      ownerHandle: textOrNull(found.preferredUsername),
      ownerNativeId: textOrNull(found.id),
      ownerName: textOrNull(found.name),
      generatedAt: null,
    }
  },
  prepare: async () => null,
  readers: {
    outbox: jsonReader({ lists: isItems, make: (value, _place, reading) => activityOutcome(value, reading) }),
    likes: jsonReader({ lists: isItems, make: (value) => savedOutcome(value, 'like') }),
    bookmarks: jsonReader({ lists: isItems, make: (value) => savedOutcome(value, 'bookmark') }),
  },
})

function isItems(path: readonly string[]): boolean {
  return path.length === 1 && (path[0] === 'orderedItems' || path[0] === 'items')
}

function claimFile({ form, json, text, name }: Peek): Claim | null {
  if (form !== 'json' || !isObject(json)) return null
  if ('preferredUsername' in json && 'outbox' in json) {
    return { type: 'actor', weight: 0.8, use: 'unread', note: 'Whose account it is. Its name stands in this report.' }
  }
  if (json.type !== 'OrderedCollection' && json.type !== 'Collection') return null
  const total = /"totalItems"\s*:\s*(\d+)/.exec(text)?.[1]
  const claimed = total === undefined ? null : Number(total)
  const items = listOf(json.orderedItems ?? json.items)
  const plain = items.some((one) => typeof one === 'string')
  if (!plain && (items.length > 0 || /outbox/.test(String(json.id)))) return { type: 'outbox', weight: 0.9, claimed }
  const type = /bookmark/i.test(`${name} ${String(json.id)}`) ? 'bookmarks' : 'likes'
  return { type, weight: 0.5, claimed, order: 1 }
}

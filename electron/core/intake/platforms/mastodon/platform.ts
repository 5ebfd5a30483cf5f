// Mastodon: the archive of an account, an outbox of activities (docs/formats/mastodon.md).

import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { isObject, textOrNull } from '../../kit/value.ts'
import { activityOutcome, actorOutcome, savedOutcome } from './activity.ts'
import { claimFile } from './claim.ts'

export default definePlatform<null>({
  name: 'mastodon',
  parser: 'mastodon 1',
  title: 'Mastodon',
  texts: { how: 'lines' },
  neverExported: [
    'Mastodon does not export messages and posts by others, nor who favoured or boosted.',
    'Earlier wordings of edited posts and deleted posts are not in the export.',
  ],
  // A post's address for people, /@name/1, is another than the one that is its number, /users/name/statuses/1.
  itemAt: ({ origin, pathname }) => {
    const [, name, post] = /^\/(?:@|users\/)(\w+)\/(?:statuses\/)?(\d+)/.exec(pathname) ?? []
    if (name === undefined || post === undefined) return null
    return { id: `${origin}/users/${name}/statuses/${post}`, kinds: ['post', 'reply'] }
  },
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
    actor: jsonReader({ make: (value, _place, reading) => actorOutcome(value, reading) }),
    outbox: jsonReader({ lists: isItems, make: (value, _place, reading) => activityOutcome(value, reading) }),
    activity: jsonReader({ make: (value, _place, reading) => activityOutcome(value, reading) }),
    'bookmarks table': csvReader({ bare: true, make: ({ cells }) => savedOutcome(cells[0], 'bookmark') }),
    likes: jsonReader({ lists: isItems, make: (value) => savedOutcome(value, 'like') }),
    bookmarks: jsonReader({ lists: isItems, make: (value) => savedOutcome(value, 'bookmark') }),
  },
})

function isItems(path: readonly string[]): boolean {
  return path.length === 1 && (path[0] === 'orderedItems' || path[0] === 'items')
}

// Facebook, profile and Page: its JSON exports of all years (docs/formats/facebook.md).
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { metaHtmlReaders } from '../../meta/html/readers.ts'
import { itemsReader } from '../../meta/items-reader.ts'
import { messageOutcome } from '../../meta/message.ts'
import { metaReading } from '../../meta/reading.ts'
import { aboutFacebook } from './about.ts'
import { itemAtAddress } from './address.ts'
import { claimFile } from './claim.ts'
import { albumItem, albumRecord, itemOutcome, profileOutcome } from './makers.ts'
import { ITEM_TYPES, sectionOf } from './sections.ts'

const items = itemsReader<null>({
  isRead: (key) => sectionOf(key) !== undefined,
  make: (value, path, reading) => itemOutcome(value, path, metaReading(reading)),
})

export default definePlatform<null>({
  name: 'facebook',
  parser: 'facebook 2',
  title: 'Facebook',
  texts: { how: 'lines', composed: ['album'] },
  neverExported: [
    'Facebook does not export what others wrote on the account’s posts, nor visitors’ posts on a Page.',
    'Edits are listed only in newer exports, and earlier wordings mostly not at all.',
    'Posts deleted for good are not in the export; those in the trash are.',
    'End-to-end encrypted chats come in a download of their own from the Messenger app.',
    'A profile’s older posts have no number; they are told apart by their time.',
  ],
  claim: claimFile,
  about: async (seen) => aboutFacebook(seen),
  itemAt: itemAtAddress,
  prepare: async () => null,
  readers: {
    ...metaHtmlReaders<null>(),
    ...Object.fromEntries([...ITEM_TYPES].map((type) => [type, items])),
    messages: jsonReader({
      lists: (path) => path.length === 1 && path[0] === 'messages',
      envelope: true,
      make: (value, { envelope }, reading) => messageOutcome(value, envelope, metaReading(reading)),
    }),
    album: jsonReader({
      lists: (path) => path.length === 1 && path[0] === 'photos',
      envelope: true,
      make: (value, { envelope }, reading) => albumItem(value, envelope, metaReading(reading)),
      rest: (envelope, reading) => albumRecord(envelope, metaReading(reading)),
    }),
    profile: wholeReader({ make: (bytes, reading) => profileOutcome(bytes, metaReading(reading)) }),
  },
})

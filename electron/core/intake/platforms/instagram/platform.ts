// Instagram: its JSON exports of all years, its HTML exports, and what Threads keeps among them (docs/formats/instagram.md).
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import type { FileReader } from '../../kit/spec.ts'
import { metaHtmlReaders } from '../../meta/html/readers.ts'
import { itemsReader } from '../../meta/items-reader.ts'
import { messageOutcome } from '../../meta/message.ts'
import { metaReading } from '../../meta/reading.ts'
import { THREADS_TYPES, threadsHint } from '../../meta/threads.ts'
import { aboutInstagram } from './about.ts'
import { claimFile } from './claim.ts'
import { flatItem, flatProfile } from './flat.ts'
import { flatConversation } from './flat-messages.ts'
import { itemOutcome, profileOutcome } from './makers.ts'
import { flatSectionOf, SECTION_TYPES, sectionOf } from './sections.ts'

const items = itemsReader<null>({
  isRead: (key) => sectionOf(key) !== undefined || threadsHint(key) !== undefined,
  make: (value, [key], reading) => itemOutcome(value, key, metaReading(reading)),
})

const flat = jsonReader<null>({
  lists: ([key = '', ...deeper]) => deeper.length === 0 && flatSectionOf(key) !== undefined,
  make: (value, { path: [key = ''] }, reading) => flatItem(value, key, metaReading(reading)),
})

function readersOf(types: readonly string[], reader: FileReader<null>): Record<string, FileReader<null>> {
  return Object.fromEntries(types.map((type) => [type, reader]))
}

export default definePlatform<null>({
  name: 'instagram',
  parser: 'instagram 2',
  title: 'Instagram',
  texts: { how: 'lines' },
  neverExported: [
    'Instagram does not export what others commented on the account’s posts.',
    'Posts come without number or address; they are told apart by their time. Only what was liked or saved has an address.',
    'Earlier wordings of captions and comments are not in the export.',
    'What was deleted is in the export for 30 days, as recently deleted; not later.',
    'Threads gives neither the post that a reply answers nor who wrote it.',
  ],
  claim: claimFile,
  about: async (seen) => aboutInstagram(seen),
  prepare: async () => null,
  readers: {
    ...metaHtmlReaders<null>(),
    ...readersOf([...SECTION_TYPES, ...THREADS_TYPES], items),
    ...readersOf(
      ['media', ...SECTION_TYPES].map((type) => `flat-${type}`),
      flat,
    ),
    messages: jsonReader({
      lists: (path) => path.length === 1 && path[0] === 'messages',
      envelope: true,
      make: (value, { envelope }, reading) => messageOutcome(value, envelope, metaReading(reading)),
    }),
    profile: itemsReader({
      isRead: (key) => key === 'profile_user',
      make: (value, _path, reading) => profileOutcome(value, metaReading(reading)),
    }),
    'flat-messages': jsonReader({ make: (value, _place, reading) => flatConversation(value, metaReading(reading)) }),
    'flat-profile': jsonReader({ make: (value, _place, reading) => flatProfile(value, metaReading(reading)) }),
  },
})

// Snapchat: My Data, JSON and HTML, old and new schemas, of several parts (docs/formats/snapchat.md).
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { aboutSnapchat, mixedAccounts } from './about.ts'
import { claimFile } from './claim.ts'
import { indexMedia, type SnapMedia } from './media-index.ts'
import { memoryOutcome, storyOutcome } from './memory.ts'
import { messageOutcome } from './message.ts'
import { memoryPage, messagePage } from './page.ts'

/** Lists stand under a conversation's name, in some exports one level deeper. */
const isList = (path: readonly string[]) => path.length === 1 || path.length === 2

export default definePlatform<SnapMedia>({
  name: 'snapchat',
  parser: 'snapchat 1',
  title: 'Snapchat',
  texts: { how: 'lines' },
  neverExported: [
    'Snapchat does not export what snaps showed, only that they were sent.',
    'Messages that were not saved and have disappeared are not in the export.',
    'Messages that were erased leave only a line that says so.',
    'Stories that have run out are not in the export unless they were saved as memories.',
    'Memories whose links had expired before they were downloaded are lost.',
    'Some files of chats carry no number by which they could be joined to a message.',
  ],
  claim: claimFile,
  about: async (seen, claims) => aboutSnapchat(seen, claims),
  prepare: async (seen) => indexMedia(seen),
  mixed: mixedAccounts,
  readers: {
    chats: jsonReader({
      lists: isList,
      make: (value, { path }, reading) => messageOutcome(value, path.at(-1) ?? '', false, reading),
    }),
    snaps: jsonReader({
      lists: isList,
      make: (value, { path }, reading) => messageOutcome(value, path.at(-1) ?? '', true, reading),
    }),
    memories: jsonReader({ lists: isList, make: (value, _place, reading) => memoryOutcome(value, reading) }),
    stories: jsonReader({
      lists: isList,
      make: (value, { path }, reading) => storyOutcome(value, path.at(-1) ?? '', reading),
    }),
    'html-chats': wholeReader({ make: (bytes, reading) => messagePage(bytes, false, reading) }),
    'html-snaps': wholeReader({ make: (bytes, reading) => messagePage(bytes, true, reading) }),
    'html-memories': wholeReader({ make: (bytes, reading) => memoryPage(bytes, reading) }),
  },
})

// TikTok: Download your data, JSON of all years and text (docs/formats/tiktok.md).
import { definePlatform } from '../../kit/define.ts'
import { record } from '../../kit/draft.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { NO_TIME } from '../../kit/time.ts'
import { textOf } from '../../kit/value.ts'
import { aboutTikTok, profileIn } from './about.ts'
import { claimFile } from './claim.ts'
import { elementOutcome } from './makers.ts'
import { blockReader, conversationReader } from './text-file.ts'

export default definePlatform<null>({
  name: 'tiktok',
  parser: 'tiktok 2',
  title: 'TikTok',
  texts: { how: 'lines' },
  neverExported: [
    'TikTok exports addresses of videos and pictures, not the files themselves; the addresses expire.',
    'Comments do not say which video they are on, or what they answer.',
    'What others commented on the account’s videos is not in the export.',
    'Captions of older videos are missing.',
    'Earlier wordings of what was edited are not in the export; posts deleted long ago are not either.',
  ],
  claim: claimFile,
  about: aboutTikTok,
  prepare: async () => null,
  readers: {
    data: jsonReader({
      lists: () => true,
      make: (value, { path }, { about }) => elementOutcome(value, path, about),
      rest: (envelope) => {
        const profile = profileIn(envelope)
        if (profile === null) return []
        const handle = textOf(profile.userName)
        const bio = textOf(profile.bioDescription)
        const name = textOf(profile.displayName) || textOf(profile.nickName)
        return [
          record({
            kind: 'profile',
            id: `profile ${handle}`,
            time: NO_TIME,
            author: handle,
            text: bio,
            content: { handle, name, bio },
            details: { handle, name },
          }),
        ]
      },
    }),
    'text-messages': conversationReader(),
    'text-posts': blockReader('post'),
    'text-deleted-posts': blockReader('deleted-post'),
    'text-comments': blockReader('comment'),
    'text-likes': blockReader('like'),
    'text-favorites': blockReader('favorite'),
    'text-reposts': blockReader('repost'),
  },
})

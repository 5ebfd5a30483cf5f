// YouTube: Google Takeout's tables in any language, and the JSON and pages of the years before 2022 (docs/formats/youtube.md).
import { USUALLY_LEFT_OUT } from '../../../../../shared/domain/intake/file-group.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { aboutOf } from './about.ts'
import { claimFile } from './claim.ts'
import { commentOutcome } from './comment.ts'
import { pageCommentOutcome } from './comment-page.ts'
import { isFilmOrMedia } from './films.ts'
import { postOfObject, postOutcome } from './post.ts'
import { channelReader, playlistFileReader, playlistReader, subscriptionReader, videoReader } from './readers.ts'
import { type YoutubeState, youtubeState } from './state.ts'

const comments = csvReader<YoutubeState>({ make: (row) => commentOutcome(row, row.header) })

export default definePlatform<YoutubeState>({
  name: 'youtube',
  parser: 'youtube 2',
  title: 'YouTube',
  texts: { how: 'lines', composed: ['video', 'playlist'] },
  neverExported: [
    'YouTube does not export comments by others, earlier wordings of comments, or deleted videos.',
    'Films carry their title as a file name and no number; captions come only where they were chosen.',
  ],
  // Whom a city's channel follows is published by the channel.
  leaveOut: USUALLY_LEFT_OUT.filter((group) => group !== 'contacts'),
  itemAt: ({ hostname, searchParams }) => {
    const id = /(?:^|\.)youtube\.com$/.test(hostname) && searchParams.get('lc')
    return id ? { id, kinds: ['comment', 'reply'] } : null
  },
  claim: claimFile,
  about: aboutOf,
  prepare: youtubeState,
  isMedia: isFilmOrMedia,
  readers: {
    comments,
    'live-chats': comments,
    bare: csvReader({ bare: true, make: (row) => commentOutcome(row, []) }),
    'comment-page': markupReader({
      xml: false,
      isItem: ({ name }) => name === 'li',
      make: (item, _place, { state }) => pageCommentOutcome(item, state.owner),
    }),
    videos: videoReader.table,
    'video-texts': videoReader.table,
    'video-recordings': videoReader.table,
    'videos-json': videoReader.json,
    playlists: playlistReader.table,
    'playlists-json': playlistReader.json,
    'playlist-videos': wholeReader({ make: playlistFileReader }),
    playlist: wholeReader({ make: playlistFileReader }),
    'playlist-json': wholeReader({ make: playlistFileReader }),
    channels: channelReader.table,
    'channel-urls': channelReader.table,
    'channels-json': channelReader.json,
    subscriptions: subscriptionReader.table,
    'bare-subscriptions': subscriptionReader.bare,
    'subscriptions-list': subscriptionReader.json,
    posts: csvReader({
      make: ({ header, cells }, _place, { state, media }) => postOutcome(header, cells, state.owner, media),
    }),
    'posts-list': jsonReader({
      make: (value, _place, { state, media }) => postOfObject(value, state.owner, media),
    }),
  },
})

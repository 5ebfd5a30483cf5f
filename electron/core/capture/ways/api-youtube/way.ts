// YouTube Data (version 3): the videos of a channel, their comments with the answers, playlists.
// https://developers.google.com/youtube/v3/docs/playlistItems/list, /commentThreads/list, /comments/list
import { z } from 'zod'
import { byTokenOrKey } from '../../api/bearer.ts'
import {
  ACCOUNT,
  type Answer,
  type Api,
  type ApiOrder,
  type Ask,
  asking,
  type Following,
  followed,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'youtube'
const Channels = z.object({
  items: z
    .array(
      z
        .object({ id: z.string(), contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }) })
        .loose(),
    )
    .default([]),
})
const Items = z.object({
  nextPageToken: z.string().optional(),
  items: z.array(
    z
      .object({
        id: z.string(),
        contentDetails: z.object({ videoId: z.string().optional() }).loose().optional(),
        statistics: z.object({ commentCount: z.string().optional() }).loose().optional(),
        snippet: z.object({ totalReplyCount: z.number().optional() }).loose().optional(),
        replies: z.object({ comments: z.array(z.unknown()) }).optional(),
      })
      .loose(),
  ),
})
const Failed = z.object({
  error: z.object({
    message: z.string().default(''),
    errors: z.array(z.object({ reason: z.string().default('') })).default([]),
  }),
})
/** A comment of these standings is shown to the channel alone. */
const STANDINGS = ['published', 'heldForReview', 'likelySpam'] as const

const api: Api = {
  name: 'youtube',
  title: 'YouTube Data (version 3)',
  goal: 'Every video of the channel that this log-in may see, with its comments and their answers',
  begin: (order) => {
    const whose = order.nativeId === null ? { forHandle: `@${order.handle.replace(/^@/, '')}` } : { id: order.nativeId }
    return [call(order, 'channels', { part: 'snippet,contentDetails,status', ...whose }, ACCOUNT)]
  },
  follow,
  trouble: ({ ask, status, json }) => {
    const failed = status < 400 ? null : Failed.safeParse(json)
    if (failed?.success !== true) return null
    const [reason = ''] = failed.data.error.errors.map((one) => one.reason)
    const sentence = `YouTube says: ${plain(failed.data.error.message) || reason}`
    if (/quota|rateLimit/i.test(reason)) return { is: 'rate', sentence }
    // What is held back is shown to the channel's own log-in alone: another one may see the rest all the same.
    if (/authError|keyInvalid|keyExpired|required|forbidden|insufficient/i.test(reason))
      return { is: isHeld(ask) && !/authError|keyInvalid|keyExpired/i.test(reason) ? 'refused' : 'log-in', sentence }
    // A video whose comments are turned off has none, and that is an answer.
    return /commentsDisabled|videoNotFound|playlistNotFound|channelNotFound/.test(reason)
      ? { is: 'gone', sentence }
      : { is: 'status', sentence }
  },
  authorise: byTokenOrKey('key'),
}

const plain = (html: string) => html.replace(/<[^>]{0,200}>/g, '')

function call(
  { address }: ApiOrder,
  what: string,
  query: Readonly<Record<string, string | number | null>>,
  list: string,
): Ask {
  return { url: asking(`${address}/youtube/v3/${what}`, query), list, reader: READER, essential: true }
}

function follow(answer: Answer, order: ApiOrder): Following {
  if (answer.ask.list === ACCOUNT)
    return followed(answer, Channels, ({ items: [channel] }) =>
      channel === undefined
        ? { ids: [], asks: [], cut: `YouTube knows no channel of the name ${order.handle}.` }
        : { ids: [], asks: uploads(order, channel.id, channel.contentDetails.relatedPlaylists.uploads) },
    )
  return followed(answer, Items, (page) => lead(answer, page, order))
}

function uploads(order: ApiOrder, channel: string, playlist: string): readonly Ask[] {
  return [
    call(order, 'playlistItems', { part: 'contentDetails', playlistId: playlist, maxResults: 50 }, 'uploads'),
    ...(order.wants('playlists')
      ? [call(order, 'playlists', { part: 'snippet,status', channelId: channel, maxResults: 50 }, 'playlists')]
      : []),
  ]
}

function lead({ ask }: Answer, { items, nextPageToken }: z.output<typeof Items>, order: ApiOrder): Following {
  const next = nextPageToken === undefined ? [] : [{ ...ask, url: asking(ask.url, { pageToken: nextPageToken }) }]
  return { ids: items.map(({ id }) => id), asks: [...inside(ask, items, order), ...next] }
}

function inside(ask: Ask, items: z.output<typeof Items>['items'], order: ApiOrder): readonly Ask[] {
  switch (new URL(ask.url).pathname.split('/').at(-1)) {
    case 'playlistItems': {
      const videos = items.flatMap(({ contentDetails: video }) => video?.videoId ?? [])
      const part = 'snippet,status,contentDetails,statistics,recordingDetails'
      return videos.length === 0 ? [] : [call(order, 'videos', { part, id: videos.join(',') }, `videos ${videos[0]}`)]
    }
    case 'videos':
      return items.flatMap(({ id, statistics }) => threads(order, id, statistics?.commentCount === '0'))
    case 'commentThreads':
      return items.flatMap(({ id, snippet, replies }) =>
        (snippet?.totalReplyCount ?? 0) > (replies?.comments.length ?? 0)
          ? [
              call(
                order,
                'comments',
                { part: 'snippet', parentId: id, maxResults: 100, textFormat: 'plainText' },
                `answers to ${id}`,
              ),
            ]
          : [],
      )
    default:
      return []
  }
}

/**
 * Threads below a video. What is held back for review only the channel's own token may see: with a key alone nobody is shown any of it, and
 * with a token a capture without it is not whole.
 * @param none whether the video is said to have no comments: those that are held back are not counted
 */
function threads(order: ApiOrder, video: string, none: boolean): readonly Ask[] {
  if (!order.wants('comments')) return []
  const query = { part: 'snippet,replies', videoId: video, maxResults: 100, textFormat: 'plainText', order: 'time' }
  const held = order.wants('held comments') && order.has('token')
  return STANDINGS.filter((standing) => (standing === 'published' ? !none : held)).map((standing) =>
    call(
      order,
      'commentThreads',
      standing === 'published' ? query : { ...query, moderationStatus: standing },
      `comments on ${video} (${standing})`,
    ),
  )
}

const isHeld = ({ url }: Ask) => new URL(url).searchParams.has('moderationStatus')

export default apiWay(api)

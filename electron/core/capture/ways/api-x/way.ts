// X (version 2): the posts of an account, and what others wrote to it.
// https://docs.x.com/x-api/users/get-posts, /x-api/users/get-mentions
import { z } from 'zod'
import { byToken } from '../../api/bearer.ts'
import {
  ACCOUNT,
  type Answer,
  type Api,
  type ApiOrder,
  type Ask,
  asking,
  type Following,
  fileAsk,
  followed,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'x'
const FIELDS = {
  'tweet.fields':
    'article,attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,geo,in_reply_to_user_id,lang,note_tweet,possibly_sensitive,public_metrics,referenced_tweets,reply_settings,withheld',
  expansions: 'author_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id',
  'media.fields': 'alt_text,media_key,preview_image_url,type,url,variants',
  'user.fields': 'name,username',
}
/** X gives no more of either list, however many there are (its reference says so). */
const MOST = { tweets: 3200, mentions: 800 } as const

const User = z.object({ data: z.object({ id: z.string() }).loose() })
const Posts = z.object({
  data: z.array(z.object({ id: z.string(), created_at: z.string().optional() }).loose()).default([]),
  includes: z
    .object({ media: z.array(z.object({ url: z.string().optional() }).loose()).default([]) })
    .loose()
    .optional(),
  meta: z.object({ next_token: z.string().optional(), result_count: z.number().default(0) }).loose(),
})
const Refused = z.object({ title: z.string().optional(), detail: z.string().optional() })
const NotFound = z.object({
  errors: z.array(z.object({ title: z.string(), detail: z.string().default('') }).loose()).min(1),
  data: z.undefined(),
})

const api: Api = {
  name: 'x',
  title: 'X (version 2)',
  goal: 'Every post of the account that X gives (the newest 3,200), and the newest 800 posts that name it',
  begin: (order) =>
    order.nativeId === null
      ? [
          ask(
            asking(`${order.address}/2/users/by/username/${encodeURIComponent(order.handle.replace(/^@/, ''))}`, {}),
            ACCOUNT,
          ),
        ]
      : lists(order, order.nativeId),
  follow: (answer, order) =>
    answer.ask.list === ACCOUNT
      ? followed(answer, User, ({ data: { id } }) => ({ ids: [], asks: lists(order, id) }))
      : followed(answer, Posts, (posts) => page(answer, posts, order)),
  trouble: ({ ask: { list }, status, json }) => {
    if (list === ACCOUNT && status < 400) {
      const missing = NotFound.safeParse(json)
      return missing.success ? { is: 'gone', sentence: `X says: ${missing.data.errors[0]?.detail ?? ''}` } : null
    }
    const refused = status < 400 ? null : Refused.safeParse(json)
    if (refused?.success !== true || (refused.data.title ?? refused.data.detail) === undefined) return null
    const sentence = `X says: ${refused.data.detail || refused.data.title}`
    if (status === 401) return { is: 'log-in', sentence }
    if (status === 429) return { is: 'rate', sentence }
    return status === 402 || status === 403 ? { is: 'refused', sentence } : null
  },
  authorise: byToken,
}

const ask = (url: string, list: string): Ask => ({ url, list, reader: READER, essential: true })

function lists(order: ApiOrder, id: string): readonly Ask[] {
  const moment = (at: number | null) => (at === null ? null : new Date(Math.floor(at / 1000) * 1000).toISOString())
  const query = { max_results: 100, ...FIELDS, start_time: moment(order.from), end_time: moment(order.to) }
  const list = (name: 'tweets' | 'mentions') => ask(asking(`${order.address}/2/users/${id}/${name}`, query), name)
  return [...(order.wants('posts') ? [list('tweets')] : []), ...(order.wants('replies') ? [list('mentions')] : [])]
}

function page({ ask: from }: Answer, { data, includes, meta }: z.output<typeof Posts>, order: ApiOrder): Following {
  const before = Number(from.about?.count ?? 0)
  const count = before + data.length
  const next =
    meta.next_token === undefined
      ? []
      : [{ ...from, url: asking(from.url, { pagination_token: meta.next_token }), about: { count: String(count) } }]
  const files = order.wants('media') ? (includes?.media ?? []).flatMap(({ url }) => fileAsk(url ?? '')) : []
  const most = from.list === 'mentions' ? MOST.mentions : MOST.tweets
  const full = next.length === 0 && count >= most - 10
  const cut = full
    ? {
        cut: `X gives no more than the newest ${most} ${from.list === 'mentions' ? 'mentions' : 'posts'}; older ones were not reached.`,
      }
    : {}
  return { ids: data.map(({ id }) => id), asks: [...files, ...next], ...cut }
}

export default apiWay(api)

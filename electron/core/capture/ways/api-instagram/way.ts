// Instagram: the posts of a professional account, all comments on them with those that are hidden, by Meta's Graph API.
// https://developers.facebook.com/docs/instagram-platform/reference/instagram-media, /reference/instagram-comment

import { z } from 'zod'
import { byToken } from '../../api/bearer.ts'
import {
  type Answer,
  type Api,
  type ApiOrder,
  type Ask,
  asking,
  fileAsk,
  followed,
  withNext,
} from '../../api/define.ts'
import { GraphList, graphNext, graphTrouble } from '../../api/graph.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'instagram'
const MEDIA =
  'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,shortcode,timestamp,username,like_count,comments_count,alt_text,children{id,media_type,media_url,thumbnail_url}'
const ANSWER = 'id,text,timestamp,username,hidden,like_count,parent_id'
const COMMENT = `${ANSWER},replies.limit(50){${ANSWER}}`
/** The first answers to a comment stand in it; what follows is a list of its own. */
const Answered = z.object({ replies: z.object({ paging: GraphList.shape.paging }) })

const api: Api = {
  name: 'instagram',
  title: 'Instagram (Graph API)',
  goal: 'Every post of the account, and every comment on them that the account may see, hidden ones with them',
  begin: (order) => [
    ask(
      asking(`${order.address}/${encodeURIComponent(order.nativeId ?? 'me')}/media`, { fields: MEDIA, limit: 50 }),
      'posts',
    ),
    ...(order.wants('stories')
      ? [
          ask(
            asking(`${order.address}/${encodeURIComponent(order.nativeId ?? 'me')}/stories`, { fields: MEDIA }),
            'stories',
          ),
        ]
      : []),
  ],
  follow: (answer, order) =>
    followed(answer, GraphList, (list) => ({
      ids: list.data.map(({ id }) => id),
      ...withNext(inside(answer, list.data, order), graphNext(answer.ask, list.paging)),
    })),
  trouble: graphTrouble,
  authorise: byToken,
}

const COMMENTS = 'comments on '

const ask = (url: string, list: string): Ask => ({ url, list, reader: READER, essential: true })

function inside(
  { ask: { list } }: Answer,
  items: readonly Readonly<Record<string, unknown>>[],
  order: ApiOrder,
): readonly Ask[] {
  if (list.startsWith(COMMENTS)) return items.flatMap((one) => answers(one, order))
  if (list !== 'posts' && list !== 'stories') return []
  // Comments that are hidden may be left out of their count: each post is asked for them.
  return items.flatMap(({ id, media_url: media }) => [
    ...(order.wants('comments')
      ? [
          ask(
            asking(`${order.address}/${String(id)}/comments`, { fields: COMMENT, limit: 50 }),
            `${COMMENTS}${String(id)}`,
          ),
        ]
      : []),
    ...(order.wants('media') && typeof media === 'string' ? fileAsk(media) : []),
  ])
}

/** The answers to a comment behind those that stand in it: from the mark that they end with, or all where there is none. */
function answers(comment: Readonly<Record<string, unknown>>, order: ApiOrder): readonly Ask[] {
  const paging = Answered.safeParse(comment).data?.replies.paging
  if (paging?.next === undefined) return []
  const query = { fields: ANSWER, limit: 50, after: paging.cursors?.after ?? null }
  const id = String(comment.id)
  return [ask(asking(`${order.address}/${id}/replies`, query), `answers to ${id}`)]
}

export default apiWay(api)

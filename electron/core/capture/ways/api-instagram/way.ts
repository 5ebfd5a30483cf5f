// Instagram: the posts of a professional account, all comments on them with those that are hidden, by Meta's Graph API.
// https://developers.facebook.com/docs/instagram-platform/reference/instagram-media, /reference/instagram-comment
import { byToken } from '../../api/bearer.ts'
import { type Answer, type Api, type ApiOrder, type Ask, asking, fileAsk, followed } from '../../api/define.ts'
import { GraphList, graphNext, graphTrouble } from '../../api/graph.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'instagram'
const MEDIA =
  'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,shortcode,timestamp,username,like_count,comments_count,alt_text,children{id,media_type,media_url,thumbnail_url}'
const COMMENT =
  'id,text,timestamp,username,hidden,like_count,parent_id,replies.limit(50){id,text,timestamp,username,hidden,like_count,parent_id}'

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
      asks: [...inside(answer, list.data, order), ...graphNext(answer.ask, list)],
    })),
  trouble: graphTrouble,
  authorise: byToken,
}

const ask = (url: string, list: string): Ask => ({ url, list, reader: READER, essential: true })

function inside(
  { ask: { list } }: Answer,
  items: readonly Readonly<Record<string, unknown>>[],
  order: ApiOrder,
): readonly Ask[] {
  if (list !== 'posts' && list !== 'stories') return []
  return items.flatMap(({ id, comments_count: count, media_url: media }) => [
    ...(order.wants('comments') && count !== 0
      ? [
          ask(
            asking(`${order.address}/${String(id)}/comments`, { fields: COMMENT, limit: 50 }),
            `comments on ${String(id)}`,
          ),
        ]
      : []),
    ...(order.wants('media') && typeof media === 'string' ? fileAsk(media) : []),
  ])
}

export default apiWay(api)

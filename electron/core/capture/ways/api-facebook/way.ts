// Facebook: the posts of a Page, all comments on them with those that are hidden, and the Page's messages, by Meta's Graph API.
// https://developers.facebook.com/docs/graph-api/reference/page/feed, /reference/comment, /docs/messenger-platform/conversations
import { byToken } from '../../api/bearer.ts'
import {
  type Answer,
  type Api,
  type ApiOrder,
  type Ask,
  asking,
  type Following,
  fileAsk,
  followed,
  withNext,
} from '../../api/define.ts'
import { GraphList, graphNext, graphTrouble } from '../../api/graph.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'facebook'
const POST =
  'id,message,story,created_time,updated_time,from,permalink_url,is_hidden,is_published,status_type,full_picture,attachments{title,description,media_type,type,url,unshimmed_url,media,subattachments},shares,comments.limit(0).summary(true)'
const COMMENT =
  'id,message,created_time,from,parent{id},is_hidden,is_private,like_count,comment_count,permalink_url,attachment'
const MESSAGE = 'id,created_time,from,to,message,attachments{id,name,mime_type,size}'

const api: Api = {
  name: 'facebook',
  title: 'Facebook (Graph API)',
  goal: 'Every post of the Page, every comment on them that the Page may see, hidden ones with them, and its messages',
  begin: (order) => {
    const page = `${order.address}/${encodeURIComponent(order.nativeId ?? order.handle.replace(/^@/, ''))}`
    const seconds = (at: number | null) => (at === null ? null : Math.floor(at / 1000))
    const period = { since: seconds(order.from), until: seconds(order.to) }
    return [
      ...(order.wants('posts') ? [ask(asking(`${page}/feed`, { fields: POST, limit: 50, ...period }), 'posts')] : []),
      ...(order.wants('messages')
        ? [ask(asking(`${page}/conversations`, { fields: 'id,updated_time,participants', limit: 50 }), 'conversations')]
        : []),
    ]
  },
  follow: (answer, order) =>
    followed(
      answer,
      GraphList,
      (list) =>
        ({
          ids: list.data.map(({ id }) => id),
          ...withNext(inside(answer, list.data, order), graphNext(answer.ask, list.paging)),
        }) satisfies Following,
    ),
  trouble: graphTrouble,
  authorise: byToken,
}

const ask = (url: string, list: string): Ask => ({ url, list, reader: READER, essential: true })

function inside(
  { ask: { list } }: Answer,
  items: readonly { readonly id: string; readonly full_picture?: unknown }[],
  order: ApiOrder,
): readonly Ask[] {
  if (list === 'conversations')
    return items.map(({ id }) =>
      ask(asking(`${order.address}/${id}/messages`, { fields: MESSAGE, limit: 50 }), `messages of ${id}`),
    )
  if (list !== 'posts') return []
  return items.flatMap(({ id, full_picture: picture }) => [
    // `stream` gives answers to comments too, each with what it answers.
    ...(order.wants('comments')
      ? [
          ask(
            asking(`${order.address}/${id}/comments`, { filter: 'stream', fields: COMMENT, limit: 100 }),
            `comments on ${id}`,
          ),
        ]
      : []),
    ...(order.wants('media') && typeof picture === 'string' ? fileAsk(picture) : []),
  ])
}

export default apiWay(api)

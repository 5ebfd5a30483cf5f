// Vimeo: the videos of an account, their comments and captions.
// https://developer.vimeo.com/api/reference/videos, /api/common-formats
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
  followed,
  onward,
  withNext,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'vimeo'
const ACCEPT = 'application/vnd.vimeo.*+json;version=3.4'
const Connection = z
  .object({ total: z.number().default(0) })
  .nullable()
  .optional()
const List = z.object({
  paging: z.object({ next: z.string().nullable() }),
  data: z.array(
    z
      .object({
        uri: z.string(),
        metadata: z
          .object({
            connections: z.object({ comments: Connection, replies: Connection, texttracks: Connection }).loose(),
          })
          .loose()
          .optional(),
      })
      .loose(),
  ),
})

const api: Api = {
  name: 'vimeo',
  title: 'Vimeo',
  goal: 'Every video of the account, with its comments and captions',
  begin: (order) => [
    ask(`${order.address}/users/${encodeURIComponent(order.nativeId ?? order.handle.replace(/^@/, ''))}`, ACCOUNT),
  ],
  follow: (answer, order) => {
    if (answer.ask.list === ACCOUNT)
      return followed(answer, z.object({ uri: z.string() }).loose(), ({ uri }) => ({
        ids: [],
        asks: [
          list(asking(`${order.address}${uri}/videos`, { per_page: 100, sort: 'date', direction: 'asc' }), 'videos'),
        ],
      }))
    return followed(answer, List, (found) => page(answer, found, order))
  },
  authorise: byToken,
}

const ask = (url: string, list: string): Ask => ({ url, list, reader: READER, essential: true, accept: ACCEPT })

/** Its pages are counted off, and shift while somebody deletes. */
const list = (url: string, name: string): Ask => ({ ...ask(url, name), check: url })

function page({ ask: from }: Answer, { paging, data }: z.output<typeof List>, order: ApiOrder): Following {
  const inside = data.flatMap(({ uri, metadata }) => {
    const { comments, replies, texttracks } = metadata?.connections ?? {}
    const below = `${order.address}${uri}`
    return [
      ...(order.wants('comments') && (comments?.total ?? 0) > 0
        ? [list(asking(`${below}/comments`, { per_page: 100 }), `comments on ${uri}`)]
        : []),
      ...(order.wants('comments') && (replies?.total ?? 0) > 0
        ? [list(asking(`${below}/replies`, { per_page: 100 }), `answers to ${uri}`)]
        : []),
      ...(order.wants('captions') && (texttracks?.total ?? 0) > 0
        ? [list(`${below}/texttracks`, `captions of ${uri}`)]
        : []),
    ]
  })
  return { ids: data.map(({ uri }) => uri), ...withNext(inside, onward(from, paging.next)) }
}

export default apiWay(api)

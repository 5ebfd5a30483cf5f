// Mastodon: the statuses of an account, their earlier wordings, what was answered, pictures and films.
// https://docs.joinmastodon.org/methods/accounts/#statuses, /methods/statuses/#context, #history
import { z } from 'zod'
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
  NOTHING,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'
import { Answered, cutOf } from './thread.ts'

const READER = 'mastodon'

const Account = z.object({ id: z.string() }).loose()
const Statuses = z.array(
  z
    .object({
      id: z.string(),
      created_at: z.string(),
      edited_at: z.string().nullable().default(null),
      replies_count: z.number().default(0),
      media_attachments: z.array(z.object({ url: z.string().nullable() }).loose()).default([]),
      reblog: z.unknown().optional(),
    })
    .loose(),
)
const Context = z.object({ ancestors: z.array(z.unknown()), descendants: Answered })

const api: Api = {
  name: 'mastodon',
  title: 'Mastodon',
  goal: 'Every status of the account that the server shows to this log-in, with its earlier wordings and its answers',
  begin: ({ address, handle }) => [
    ask(asking(`${address}/api/v1/accounts/lookup`, { acct: handle.replace(/^@/, '') }), ACCOUNT),
  ],
  follow,
  authorise: ({ url }, secret) => {
    const token = secret('token')
    return { url, headers: token === null ? [] : [['Authorization', `Bearer ${token}`]] }
  },
}

const ask = (url: string, list: string): Ask => ({ url, list, reader: READER, essential: true })

function follow(answer: Answer, order: ApiOrder): Following {
  const { pathname } = new URL(answer.ask.url)
  if (answer.ask.list === ACCOUNT)
    return followed(answer, Account, ({ id }) => ({
      ids: [],
      asks: [ask(asking(`${order.address}/api/v1/accounts/${id}/statuses`, { limit: 40 }), 'statuses')],
    }))
  if (pathname.endsWith('/statuses')) return followed(answer, Statuses, (statuses) => page(answer, statuses, order))
  if (pathname.endsWith('/context'))
    return followed(answer, Context, ({ descendants }) => {
      const { status = '', replies } = answer.ask.about ?? {}
      const cut = cutOf(status, Number(replies), descendants, order.has('token'))
      return cut === null ? NOTHING : { ...NOTHING, cut }
    })
  return NOTHING
}

function page(answer: Answer, statuses: z.output<typeof Statuses>, order: ApiOrder): Following {
  const about = statuses.flatMap(
    ({ id, edited_at: edited, replies_count: replies, media_attachments: files, reblog }) => {
      const own = `${order.address}/api/v1/statuses/${id}`
      if (reblog !== null && reblog !== undefined) return []
      return [
        // Earlier wordings come before everything else, so that they are read before what is said now.
        ...(edited === null ? [] : [ask(`${own}/history`, `wordings of ${id}`)]),
        ...(replies > 0 && order.wants('replies')
          ? [{ ...ask(`${own}/context`, `answers to ${id}`), about: { status: id, replies: String(replies) } }]
          : []),
        ...(order.wants('media') ? files.flatMap(({ url }) => fileAsk(url ?? '')) : []),
      ]
    },
  )
  const [last] = statuses.slice(-1)
  const isOver = last === undefined || (order.from !== null && Date.parse(last.created_at) < order.from)
  const next = isOver ? [] : [{ ...answer.ask, url: asking(answer.ask.url, { max_id: last.id }) }]
  return { ids: statuses.map(({ id }) => id), asks: [...about, ...next] }
}

export default apiWay(api)

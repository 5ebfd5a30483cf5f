// Tumblr: the posts of a blog and what was answered below them, by version 2 of its interface.
// https://www.tumblr.com/docs/en/api/v2#posts--retrieve-published-posts, #notes
import { z } from 'zod'
import { byTokenOrKey } from '../../api/bearer.ts'
import { type Answer, type Api, type ApiOrder, type Ask, asking, type Following, followed } from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'tumblr'
const Links = z
  .object({ next: z.object({ query_params: z.record(z.string(), z.union([z.string(), z.number()])) }).optional() })
  .optional()
const Posts = z.object({
  response: z.object({
    posts: z.array(
      z.object({ id_string: z.string(), timestamp: z.number(), note_count: z.number().default(0) }).loose(),
    ),
    _links: Links,
  }),
})
const Notes = z.object({
  response: z.object({
    notes: z.array(z.object({ timestamp: z.number(), blog_name: z.string(), type: z.string() }).loose()),
    _links: Links,
  }),
})

const api: Api = {
  name: 'tumblr',
  title: 'Tumblr (version 2)',
  goal: 'Every post of the blog, and the answers in its notes',
  begin: (order) => {
    const posts = ask(
      blogOf(order, 'posts'),
      { npf: 'true', limit: 20, notes_info: 'true', before: before(order) },
      'posts',
    )
    // Its pages are counted off, and shift while somebody deletes.
    return [{ ...posts, check: posts.url }]
  },
  follow: (answer, order) =>
    new URL(answer.ask.url).pathname.endsWith('/notes')
      ? followed(answer, Notes, ({ response: { notes, _links: links } }) => ({
          ids: notes.map((note) => `${note.type} ${note.blog_name} ${note.timestamp}`),
          asks: next(answer.ask, links),
        }))
      : followed(answer, Posts, ({ response }) => page(answer, response, order)),
  authorise: byTokenOrKey('api_key'),
}

const ask = (address: string, query: Readonly<Record<string, string | number | null>>, list: string): Ask => ({
  url: asking(address, query),
  list,
  reader: READER,
  essential: true,
})

function blogOf({ address, handle }: ApiOrder, part: string): string {
  const blog = handle.replace(/^@/, '')
  return `${address}/v2/blog/${encodeURIComponent(blog.includes('.') ? blog : `${blog}.tumblr.com`)}/${part}`
}

const before = ({ to }: ApiOrder) => (to === null ? null : Math.ceil(to / 1000))

function next(from: Ask, links: z.output<typeof Links>): readonly Ask[] {
  // The key is given anew with each request.
  const query = Object.entries(links?.next?.query_params ?? {}).filter(([name]) => name !== 'api_key')
  const url = asking(from.url, Object.fromEntries(query))
  return url === from.url ? [] : [{ ...from, url, ...(from.check === undefined ? {} : { check: url }) }]
}

function page(
  answer: Answer,
  { posts, _links: links }: z.output<typeof Posts>['response'],
  order: ApiOrder,
): Following {
  const noted = order.wants('replies') ? posts.filter(({ note_count: count }) => count > 0) : []
  const [last] = posts.slice(-1)
  const isOver = last !== undefined && order.from !== null && last.timestamp * 1000 < order.from
  return {
    ids: posts.map(({ id_string: id }) => id),
    asks: [
      ...noted.map(({ id_string: id }) => ask(blogOf(order, 'notes'), { id, mode: 'conversation' }, `notes of ${id}`)),
      ...(isOver ? [] : next(answer.ask, links)),
    ],
  }
}

export default apiWay(api)

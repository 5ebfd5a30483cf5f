// WordPress: posts, pages, files, comments and whatever else the site publishes, by its REST interface; with a log-in their earlier wordings, too.
// https://developer.wordpress.org/rest-api/reference/, /reference/post-revisions/
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
  type Onward,
  withNext,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'wordpress'
/** What themes and editors keep for themselves. */
const MACHINERY = /^(?:attachment|nav_menu_item|wp_[a-z_]+)$/
const DAY = 86_400_000
const EVERY_STATUS = 'publish,future,draft,pending,private,trash'

const Types = z.record(
  z.string(),
  z.object({ slug: z.string(), rest_base: z.string(), rest_namespace: z.string().optional() }),
)
const Items = z.array(
  z.object({ id: z.number(), source_url: z.string().optional(), media_type: z.string().optional() }).loose(),
)
/** How many revisions the site keeps of an item: only types that have any say it. */
const Kept = z.array(
  z.object({
    id: z.number(),
    _links: z.object({ 'version-history': z.array(z.object({ count: z.number().default(0) })).default([]) }).default({
      'version-history': [],
    }),
  }),
)
const Revisions = z.array(z.object({ id: z.number(), parent: z.number() }))
const Refused = z.object({ code: z.string(), message: z.string().default('') })

const api: Api = {
  name: 'wordpress',
  title: 'WordPress (REST)',
  goal: 'Every post, page, file and comment that the site shows to this log-in',
  begin: ({ address }) => [{ url: route(address, '/wp/v2/types', {}), list: ACCOUNT, reader: READER, essential: true }],
  follow: (answer, order) => {
    const { list, about } = answer.ask
    if (list === ACCOUNT) return followed(answer, Types, (types) => ({ ids: [], asks: lists(types, order) }))
    if (about?.is === 'kept') return followed(answer, Kept, (items) => kept(answer, items, order))
    if (about?.is === 'revisions')
      return followed(answer, Revisions, (items) => ({
        ...{ ids: items.map(({ id }) => String(id)), aside: true },
        ...withNext([], nextOf(answer)),
      }))
    return followed(answer, Items, (items) => page(answer, items, order))
  },
  trouble: ({ status, json }) => {
    const refused = status < 400 ? null : Refused.safeParse(json)
    if (refused?.success !== true) return null
    const { code, message } = refused.data
    const sentence = `The site says: ${message || code}`
    if (code === 'rest_post_invalid_page_number') return { is: 'gone', sentence }
    if (/incorrect_password|invalid_username|invalid_application|not_logged_in/.test(code))
      return { is: 'log-in', sentence }
    return status === 401 || status === 403 ? null : { is: 'status', sentence }
  },
  authorise: ({ url }, secret) => {
    const [user, password] = [secret('user'), secret('password')]
    if (user === null || password === null) return { url, headers: [] }
    return { url, headers: [['Authorization', `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`]] }
  },
}

/** Asked in the form that needs no rewriting of addresses, so that it works wherever WordPress lies. */
function route(address: string, path: string, query: Readonly<Record<string, string | number | null>>): string {
  return /^https:\/\/public-api\.wordpress\.com\//.test(address)
    ? asking(`${address}${path.replace('/wp/v2', '')}`, query)
    : asking(`${address}/`, { rest_route: path, ...query })
}

function lists(types: z.output<typeof Types>, order: ApiOrder): readonly Ask[] {
  const own = Object.values(types).filter(({ slug }) => !MACHINERY.test(slug))
  const known = order.known
  return [
    ...own
      .filter(({ slug }) => order.wants(`${slug}s`))
      .flatMap(({ rest_base: base, rest_namespace: space }) => {
        const path = `/${space ?? 'wp/v2'}/${base}`
        const items = listAsk(order, path, base, known ? { status: EVERY_STATUS } : {})
        // Earlier wordings come before what is said now, so that they are read in their order.
        return known ? [keptAsk(items, path), items] : [items]
      }),
    ...(order.wants('media') ? [listAsk(order, '/wp/v2/media', 'files', {})] : []),
    ...(order.wants('comments')
      ? (known ? ['all', 'spam', 'trash'] : [null]).map((status) =>
          listAsk(order, '/wp/v2/comments', status === null ? 'comments' : `comments (${status})`, { status }),
        )
      : []),
  ]
}

function listAsk(order: ApiOrder, path: string, list: string, more: Readonly<Record<string, string | null>>): Ask {
  const query = {
    per_page: 100,
    page: 1,
    orderby: 'id',
    order: 'asc',
    context: order.known ? 'edit' : null,
    // Sites mean their own time: a day more on each side leaves none out.
    after: order.from === null ? null : new Date(order.from - DAY).toISOString(),
    before: order.to === null ? null : new Date(order.to + DAY).toISOString(),
    ...more,
  }
  return {
    url: route(order.address, path, { ...query, _embed: 'author,wp:term' }),
    check: route(order.address, path, { ...query, _fields: 'id' }),
    list,
    reader: READER,
    essential: true,
  }
}

/** The same items, by their numbers and what the site keeps of each. */
function keptAsk(items: Ask, path: string): Ask {
  const url = new URL(items.check ?? items.url)
  url.searchParams.set('_fields', 'id,_links')
  return { ...items, url: url.href, list: `${items.list} with earlier wordings`, about: { is: 'kept', path } }
}

/** The revisions of each item that has any. A site may refuse them where it shows the item: that is told, and the items are captured all the same. */
function kept(answer: Answer, items: z.output<typeof Kept>, order: ApiOrder): Following {
  const before = Number(answer.ask.about?.seen ?? 0)
  const wanted = order.depth === null ? items : items.slice(0, Math.max(0, order.depth - before))
  const asks = wanted.flatMap(({ id, _links: links }): readonly Ask[] => {
    if (!links['version-history'].some(({ count }) => count > 0)) return []
    const path = `${answer.ask.about?.path ?? ''}/${id}/revisions`
    const query = { per_page: 100, page: 1, orderby: 'id', order: 'asc', context: 'edit' }
    return [
      {
        url: route(order.address, path, query),
        check: route(order.address, path, { ...query, _fields: 'id,parent' }),
        list: `earlier wordings of ${id}`,
        reader: READER,
        essential: false,
        about: { is: 'revisions' },
      },
    ]
  })
  const ids = items.map(({ id }) => String(id))
  if (wanted.length < items.length) return { ids, aside: true, asks }
  const about = { ...answer.ask.about, seen: String(before + items.length) }
  const next = nextOf(answer)
  const more = 'cut' in next ? next : { asks: next.asks.map((one) => ({ ...one, about })) }
  return { ids, aside: true, ...withNext(asks, more) }
}

/** The page after this one; none after the last. A site that does not say how many there are, or whose word was lost on the way, has no end. */
function nextOf({ ask, head }: Answer): Onward {
  const said = head('x-wp-totalpages').trim()
  if (!/^\d{1,9}$/.test(said)) return { cut: `The site does not say how many pages its list of ${ask.list} has.` }
  const at = Number(new URL(ask.url).searchParams.get('page'))
  const turned = (address: string) => asking(address, { page: at + 1 })
  if (at >= Number(said)) return { asks: [] }
  const check = ask.check === undefined ? {} : { check: turned(ask.check) }
  return { asks: [{ ...ask, url: turned(ask.url), ...check }] }
}

function page(answer: Answer, items: z.output<typeof Items>, order: ApiOrder): Following {
  const files = order.wants('media') ? items.flatMap(({ source_url: url }) => fileAsk(url ?? '')) : []
  return { ids: items.map(({ id }) => String(id)), ...withNext(files, nextOf(answer)) }
}

export default apiWay(api)

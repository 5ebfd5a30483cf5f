// ActivityPub: an account's actor and outbox, for servers of the Fediverse that have no interface of Mastodon's.
// https://www.w3.org/TR/activitypub/#outbox, https://www.rfc-editor.org/rfc/rfc7033
import { z } from 'zod'
import {
  ACCOUNT,
  type Answer,
  type Api,
  type ApiOrder,
  type Ask,
  asking,
  type Following,
  followed,
  NOTHING,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'mastodon'
const ACCEPT = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'

const Finger = z.object({
  links: z.array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string().optional() }).loose()),
})
const Actor = z.object({ outbox: z.string() }).loose()
const Place = z.union([z.string(), z.object({ id: z.string() }).loose()])
const Page = z
  .object({
    next: Place.nullable().optional(),
    orderedItems: z.array(z.unknown()).default([]),
    items: z.array(z.unknown()).default([]),
  })
  .loose()
const Collection = Page.extend({
  first: z.union([z.string(), Page.extend({ id: z.string().optional() })]).optional(),
  totalItems: z.number().default(0),
})

const api: Api = {
  name: 'activitypub',
  title: 'ActivityPub',
  goal: 'Every public activity in the account’s outbox',
  begin: ({ address, handle, nativeId }) =>
    nativeId !== null && URL.canParse(nativeId)
      ? [actorAsk(nativeId)]
      : [
          {
            url: asking(`${address}/.well-known/webfinger`, { resource: named(address, handle) }),
            list: ACCOUNT,
            reader: READER,
            essential: true,
          },
        ],
  follow,
  authorise: ({ url }, secret) => {
    const token = secret('token')
    return { url, headers: token === null ? [] : [['Authorization', `Bearer ${token}`]] }
  },
}

const actorAsk = (url: string): Ask => ({ url, list: ACCOUNT, reader: READER, essential: true, accept: ACCEPT })

function named(address: string, handle: string): string {
  const plain = handle.replace(/^@/, '')
  return `acct:${plain.includes('@') ? plain : `${plain}@${new URL(address).host}`}`
}

function follow(answer: Answer, _order: ApiOrder): Following {
  const { ask } = answer
  if (ask.list === ACCOUNT && ask.accept === undefined)
    return followed(answer, Finger, ({ links }) => {
      const self = links.find(({ rel, type }) => rel === 'self' && /activity\+json|ld\+json/.test(type ?? ''))?.href
      return self === undefined
        ? { ...NOTHING, cut: 'The server names no actor of this account.' }
        : { ids: [], asks: [actorAsk(self)] }
    })
  if (ask.list === ACCOUNT)
    return followed(answer, Actor, ({ outbox }) => ({ ids: [], asks: [{ ...actorAsk(outbox), list: 'activities' }] }))
  return followed(answer, Collection, (collection) => listed(ask, collection))
}

/** A page of the outbox, or the outbox with its first page in it, or where that is. */
function listed(ask: Ask, { first, ...own }: z.output<typeof Collection>): Following {
  const page = typeof first === 'object' ? first : own
  const items = [...page.orderedItems, ...page.items]
  const ids = items.map(nameOf)
  const named = (typeof first === 'string' ? first : undefined) ?? placeOf(page.next)
  if (named === undefined)
    return items.length === 0 && own.totalItems > 0 && ask.about?.seen !== 'true'
      ? { ids, asks: [], cut: `The outbox says that it holds ${own.totalItems} activities, and not where.` }
      : { ids, asks: [] }
  const next = URL.parse(named, ask.url)
  if (next === null) return { ids, asks: [], cut: 'What the outbox names as its next page is no address.' }
  return next.href === ask.url
    ? { ids, asks: [], cut: 'The outbox names a page as the one that comes after itself.' }
    : {
        ids,
        asks: [{ ...ask, url: next.href, about: { seen: String(items.length > 0 || ask.about?.seen === 'true') } }],
      }
}

const placeOf = (place: z.output<typeof Page>['next']) => (typeof place === 'object' ? place?.id : place)

/** An item's address; itself where it is given by its address alone. */
function nameOf(item: unknown): string {
  if (typeof item === 'string') return item
  const found = z.object({ id: z.string() }).loose().safeParse(item)
  return found.success ? found.data.id : JSON.stringify(item)
}

export default apiWay(api)

// Bluesky (AT protocol): the whole repository of an account, its pictures, and what others answered below its posts.
// https://atproto.com/specs/sync, https://atproto.com/specs/did, https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread
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

const READER = 'bluesky'
/** Serves what others said to anybody, without a log-in. */
const PUBLIC_VIEW = 'https://public.api.bsky.app'

/** Where the world registers who signs for an account. */
const DIRECTORY = 'https://plc.directory'

const Account = z.object({
  did: z.string().startsWith('did:'),
  didDoc: z
    .object({ service: z.array(z.object({ id: z.string(), serviceEndpoint: z.string() }).loose()).default([]) })
    .loose()
    .optional(),
})
const Blobs = z.object({ cids: z.array(z.string()), cursor: z.string().optional() })
const Feed = z.object({
  feed: z.array(
    z.object({
      post: z.object({ uri: z.string(), replyCount: z.number().default(0), author: z.object({ did: z.string() }) }),
    }),
  ),
  cursor: z.string().optional(),
})
const NO_VIEW =
  'This server keeps the account’s own repository, and does not know what others answered below its posts.'

const Refused = z.object({ error: z.string(), message: z.string().default('') })

const api: Api = {
  name: 'bluesky',
  title: 'Bluesky (AT protocol)',
  goal: 'The whole repository of the account, and every answer below its posts that the platform shows',
  begin: (order) => [
    call(order.address, 'com.atproto.repo.describeRepo', { repo: order.nativeId ?? order.handle }, ACCOUNT),
  ],
  follow,
  trouble: ({ status, json }) => {
    const refused = status < 400 ? null : Refused.safeParse(json)
    if (refused?.success !== true) return null
    const { error, message } = refused.data
    // A server of repositories alone (@atproto/pds 0.5.35 says so): who answered below a post, only a view of the whole network knows.
    if (message.startsWith('No service configured')) return { is: 'status', sentence: NO_VIEW }
    const sentence = `The account’s server says: ${message || error}.`
    if (/NotFound|Deactivated|Takendown|Suspended/i.test(error)) return { is: 'gone', sentence }
    return /ExpiredToken|InvalidToken|AuthMissing/.test(error) ? { is: 'log-in', sentence } : null
  },
}

function call(server: string, method: string, query: Record<string, string | number | null>, list: string): Ask {
  return { url: asking(`${server}/xrpc/${method}`, query), list, reader: READER, essential: true }
}

function follow(answer: Answer, order: ApiOrder): Following {
  const { ask } = answer
  switch (new URL(ask.url).pathname.split('/').at(-1)) {
    case 'com.atproto.repo.describeRepo':
      return followed(answer, Account, ({ did, didDoc }) => ({
        ids: [],
        asks: parts(order, did, serverOf(didDoc, order)),
      }))
    case 'com.atproto.sync.listBlobs':
      return followed(answer, Blobs, ({ cids, cursor }) => {
        const files = cids.map((cid) => blob(ask.url, cid))
        return { ids: cids, asks: [...files, ...nextOf(ask, cursor)] }
      })
    case 'app.bsky.feed.getAuthorFeed':
      return followed(answer, Feed, ({ feed, cursor }) => {
        const did = new URL(ask.url).searchParams.get('actor')
        const answered = feed.flatMap(({ post }) => (post.author.did === did && post.replyCount > 0 ? [post.uri] : []))
        return {
          ids: feed.map(({ post }) => post.uri),
          asks: [...answered.map((uri) => thread(ask.url, uri)), ...nextOf(ask, cursor)],
        }
      })
    default:
      return NOTHING
  }
}

/** The next page. One without an item is no end: the platform leaves out of a page what it does not show. */
function nextOf(ask: Ask, cursor: string | undefined): readonly Ask[] {
  const url = cursor === undefined ? ask.url : asking(ask.url, { cursor })
  return url === ask.url ? [] : [{ ...ask, url }]
}

function parts(order: ApiOrder, did: string, server: string): readonly Ask[] {
  const accept = 'application/vnd.ipld.car'
  const view = isHere(order.address) ? order.address : PUBLIC_VIEW
  return [
    ...(order.wants('posts') ? registered(did, order) : []),
    ...(order.wants('posts')
      ? [{ ...call(server, 'com.atproto.sync.getRepo', { did }, 'the repository'), accept }]
      : []),
    ...(order.wants('media')
      ? [call(server, 'com.atproto.sync.listBlobs', { did, limit: 500 }, 'pictures and films')]
      : []),
    ...(order.wants('replies')
      ? [
          call(
            view,
            'app.bsky.feed.getAuthorFeed',
            { actor: did, limit: 100, filter: 'posts_with_replies' },
            'answered posts',
          ),
        ]
      : []),
  ]
}

/** The account's document from where it is registered, and not from the server that keeps the repository: whose key signs it. */
function registered(did: string, { address }: ApiOrder): readonly Ask[] {
  const [, method, name = ''] = did.split(':')
  if (isHere(address)) return []
  const url = method === 'web' ? URL.parse(`https://${name}/.well-known/did.json`) : new URL(`/${did}`, DIRECTORY)
  return url === null ? [] : [{ url: url.href, list: 'the key of the account', reader: READER, essential: false }]
}

/** Where the account's own document says that its repository lies; the named server where it says nothing. */
function serverOf(didDoc: z.output<typeof Account>['didDoc'], { address }: ApiOrder): string {
  const own = didDoc?.service.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint
  return own === undefined || URL.parse(own) === null || isHere(address) ? address : own.replace(/\/+$/, '')
}

/** Whether a server is one of this computer or network, which nothing outside it knows. */
function isHere(address: string): boolean {
  return /^(?:localhost|127\.|\[::1\]|10\.|192\.168\.)/.test(new URL(address).hostname)
}

function blob(list: string, cid: string): Ask {
  const { origin, searchParams } = new URL(list)
  const url = asking(`${origin}/xrpc/com.atproto.sync.getBlob`, { did: searchParams.get('did'), cid })
  return { url, list: `file ${cid}`, reader: null, essential: false }
}

function thread(feed: string, uri: string): Ask {
  const url = asking(`${new URL(feed).origin}/xrpc/app.bsky.feed.getPostThread`, { uri, depth: 1000, parentHeight: 0 })
  return { url, list: `answers to ${uri}`, reader: READER, essential: true }
}

export default apiWay(api)

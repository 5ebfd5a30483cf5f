// MediaWiki: every revision of every page, the log, the files, and what was deleted where the log-in may see it, by the action interface.
// https://www.mediawiki.org/wiki/API:Allrevisions, API:Logevents, API:Allimages, API:Alldeletedrevisions
import { z } from 'zod'
import {
  type Answer,
  type Api,
  type ApiOrder,
  ApiRefusal,
  type Ask,
  asking,
  type Following,
  fileAsk,
  followed,
  type SignInDoor,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'
import type { Exchange, Fields } from '../../exchange.ts'

const READER = 'mediawiki'
const LIMIT = 50

const Revisions = z.array(z.object({ title: z.string(), revisions: z.array(z.object({ revid: z.number() })) }))
const Query = z.object({
  continue: z.record(z.string(), z.string()).optional(),
  query: z
    .object({
      allrevisions: Revisions.optional(),
      alldeletedrevisions: Revisions.optional(),
      logevents: z.array(z.object({ logid: z.number() })).optional(),
      allimages: z.array(z.object({ name: z.string(), timestamp: z.string(), url: z.string() })).optional(),
    })
    .optional(),
})
const Refused = z.object({ error: z.object({ code: z.string(), info: z.string().default('') }) })

const api: Api = {
  name: 'mediawiki',
  title: 'MediaWiki (action API)',
  goal: 'Every revision of every page, every file and every entry of the log that the wiki shows to this log-in',
  begin: (order) => {
    const period = (prefix: string) => ({ [`${prefix}start`]: moment(order.from), [`${prefix}end`]: moment(order.to) })
    const words = 'ids|timestamp|user|comment|flags|sha1|content|contentmodel|size'
    return [
      ...(order.wants('pages')
        ? [
            list(order, 'revisions', {
              list: 'allrevisions',
              arvdir: 'newer',
              arvlimit: LIMIT,
              arvprop: words,
              arvslots: '*',
              ...period('arv'),
            }),
          ]
        : []),
      ...(order.wants('deleted') && order.known
        ? [
            list(order, 'deleted revisions', {
              list: 'alldeletedrevisions',
              adrdir: 'newer',
              adrlimit: LIMIT,
              adrprop: words,
              adrslots: '*',
              ...period('adr'),
            }),
          ]
        : []),
      ...(order.wants('media')
        ? [
            list(order, 'files', {
              list: 'allimages',
              aisort: 'name',
              ailimit: LIMIT,
              aiprop: 'timestamp|url|sha1|size|mime|user|comment',
            }),
          ]
        : []),
      ...(order.wants('log') || (order.wants('deleted') && order.known)
        ? [
            list(order, 'the log', {
              list: 'logevents',
              ledir: 'newer',
              lelimit: LIMIT,
              leprop: 'ids|title|type|user|timestamp|comment|details',
              ...period('le'),
            }),
          ]
        : []),
    ]
  },
  follow: (answer, order) => followed(answer, Query, (value) => lead(answer, value, order)),
  trouble: ({ json, head }) => {
    const refused = Refused.safeParse(json)
    if (!refused.success) return null
    const { code, info } = refused.data.error
    const sentence = `The wiki says: ${info || code}`
    if (code === 'maxlag' || code === 'ratelimited')
      return { is: 'rate', sentence: `${sentence} (${head('retry-after') || 'no'} seconds)` }
    if (/permissiondenied|^adr/.test(code)) return { is: 'refused', sentence }
    return /assert|badtoken|readapidenied|notloggedin|mwoauth/.test(code)
      ? { is: 'log-in', sentence }
      : { is: 'status', sentence }
  },
  authorise: ({ url }, secret) => {
    const token = secret('token')
    return { url, headers: token === null ? [] : [['Authorization', `Bearer ${token}`]] }
  },
  signIn,
}

const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** The address of the interface: as named, or below the folder that was named. */
const apiOf = (address: string) => (address.endsWith('.php') ? address : `${address}/api.php`)

function list(
  { address, known }: ApiOrder,
  name: string,
  query: Readonly<Record<string, string | number | null>>,
): Ask {
  // A log-in that ended would be answered as a stranger is, and what strangers do not see would seem to be gone.
  const base = { action: 'query', format: 'json', formatversion: 2, ...(known ? { assert: 'user' } : {}) }
  return { url: asking(apiOf(address), { ...base, ...query }), list: name, reader: READER, essential: true }
}

function lead({ ask }: Answer, { continue: more, query = {} }: z.output<typeof Query>, order: ApiOrder): Following {
  const pages = [...(query.allrevisions ?? []), ...(query.alldeletedrevisions ?? [])]
  const files = query.allimages ?? []
  const ids = [
    ...pages.flatMap(({ revisions }) => revisions.map(({ revid }) => String(revid))),
    ...(query.logevents ?? []).map(({ logid }) => String(logid)),
    ...files.map(({ name, timestamp }) => `${name} ${timestamp}`),
  ]
  const next = more === undefined ? [] : [{ ...ask, url: asking(ask.url, more) }]
  return { ids, asks: [...(order.wants('media') ? files.flatMap(({ url }) => fileAsk(url)) : []), ...next] }
}

const LoginToken = z.object({ query: z.object({ tokens: z.object({ logintoken: z.string() }) }) })
const LoginAnswer = z.object({ login: z.object({ result: z.string(), reason: z.string().optional() }) })

/** Signs in with a bot password (Special:BotPasswords). Its cookies stay in memory. */
async function signIn({ address, secret, ask, learn }: SignInDoor): Promise<Fields> {
  const [user, password] = [secret('user'), secret('password')]
  if (user === null || password === null) return []
  const base = { format: 'json', formatversion: 2 }
  const jar = new Map<string, string>()
  const cookies = (): Fields => (jar.size === 0 ? [] : [['Cookie', [...jar].map((pair) => pair.join('=')).join('; ')]])
  const first = await ask(asking(apiOf(address), { ...base, action: 'query', meta: 'tokens', type: 'login' }), [], null)
  const token = LoginToken.safeParse(jsonIn(first))
  if (!token.success) throw new ApiRefusal('refused', 'The wiki gave no token to sign in with.')
  const { logintoken } = token.data.query.tokens
  learn(logintoken)
  keep(first, jar, learn)
  const form = new URLSearchParams({ action: 'login', lgname: user, lgpassword: password, lgtoken: logintoken })
  const second = await ask(asking(apiOf(address), base), cookies(), form.toString())
  const login = LoginAnswer.safeParse(jsonIn(second))
  const said = login.success ? login.data.login : null
  if (said?.result !== 'Success')
    throw new ApiRefusal(
      'log-in',
      `The wiki did not let “${user}” in: ${said?.reason ?? said?.result ?? 'no answer'}. Set the log-in anew at the account.`,
    )
  keep(second, jar, learn)
  return cookies()
}

function jsonIn(answer: Exchange | null): unknown {
  try {
    return answer === null ? null : JSON.parse(Buffer.from(answer.body).toString('utf8'))
  } catch {
    return null
  }
}

function keep(answer: Exchange | null, jar: Map<string, string>, learn: (secret: string) => void): void {
  for (const [name, value] of answer?.responseHeaders ?? []) {
    if (name.toLowerCase() !== 'set-cookie') continue
    const [, own = '', said = ''] = /^([^=;]+)=([^;]*)/.exec(value) ?? []
    if (said === '' || said === 'deleted') jar.delete(own)
    else {
      jar.set(own, said)
      if (said.length > 12) learn(said)
    }
  }
}

export default apiWay(api)

// Any interface that answers with JSON, by a mapping that a person saved: where the items lie in an answer, and how it is asked for the next ones.
import { CaptureWayName } from '../../../../../shared/domain/capture/capture.ts'
import type { Asking } from '../../../../../shared/domain/intake/asking.ts'
import type { MappingRules } from '../../../../../shared/domain/intake/mapping.ts'
import type { Api, Ask, Authorised, Following } from '../../api/define.ts'
import { fileAsk, NOTHING, asking as withParts } from '../../api/define.ts'
import { captureApi } from '../../api/run.ts'
import type { CaptureWay } from '../../way.ts'
import { itemId, itemsIn, mediaOf, totalOf } from './items.ts'
import { firstPage, nextPage } from './pages.ts'

const TITLE = 'Any interface that answers with JSON, by a mapping'
const GOAL = 'Every item that the interface gives from this address on'
const LIST = 'items'

export default {
  name: CaptureWayName.parse('api/json'),
  title: TITLE,
  capture: (context) => {
    const rules = context.mapping?.rules
    if (rules?.asking === undefined) throw new Error('api/json was begun without a mapping that says how to ask')
    return captureApi(mappedApi(context.scope.address, rules, rules.asking), context)
  },
} satisfies CaptureWay

/** The interface as a mapping says that it is. @param address the first page's, whole */
function mappedApi(address: string, rules: MappingRules, asking: Asking): Api {
  // Counted pages shift while somebody deletes: they are looked through again.
  const shifts = asking.paging?.by === 'page' || asking.paging?.by === 'offset'
  const ask = (url: string, about: Ask['about'] = {}): Ask => ({
    ...{ url, list: LIST, reader: 'mapped', essential: true, accept: 'application/json, */*;q=0.5', about },
    ...(shifts ? { check: url } : {}),
  })
  return {
    name: 'json',
    title: TITLE,
    goal: GOAL,
    begin: () => [ask(firstPage(address, asking.paging))],
    follow: (answer, order) => {
      if (answer.ask.list !== LIST) return NOTHING
      const items = itemsIn(answer.json, rules)
      if (items === null) return { asks: [], ids: [], cut: strange(rules) }
      const seen = Number(answer.ask.about?.seen ?? 0) + items.length
      const total = totalOf(answer, asking.total)
      if (asking.total !== null && total === null) return { asks: [], ids: [], cut: NO_TOTAL }
      const files = order.wants('media') ? items.flatMap((item) => mediaOf(item, rules, answer.ask.url)) : []
      const found = {
        ids: items.map((item) => itemId(item, rules)),
        asks: files.flatMap((file) => fileAsk(file)),
      } satisfies Following
      const next = nextPage(answer, { paging: asking.paging, address, items: items.length, seen, total })
      if (next.is === 'cut') return { ...found, cut: next.sentence }
      if (next.is === 'page') {
        const about = { seen: String(seen), ...(total === null ? {} : { total: String(total) }) }
        return { ...found, asks: [...found.asks, ask(next.url, about)] }
      }
      return total === null || seen >= total ? found : { ...found, cut: fewer(total, seen) }
    },
    trouble: ({ status, ask: { about } }) => {
      const [seen, total] = [Number(about?.seen ?? 0), Number(about?.total ?? 0)]
      // A page that is not there ends a list of which nobody knows how long it is; here somebody does.
      return (status === 404 || status === 410) && seen < total ? { is: 'status', sentence: fewer(total, seen) } : null
    },
    authorise: ({ url }, secret) => authorised(url, asking.key, secret),
  }
}

function authorised(url: string, place: Asking['key'], secret: (name: string) => string | null): Authorised {
  const [token, key, user, password] = [secret('token'), secret('key'), secret('user'), secret('password')]
  const basic = user === null || password === null ? null : Buffer.from(`${user}:${password}`).toString('base64')
  const who = token === null ? (basic === null ? null : `Basic ${basic}`) : `Bearer ${token}`
  const headers = who === null ? [] : [['Authorization', who] as const]
  if (key === null || place === null) return { url, headers }
  return place.in === 'query'
    ? { url: withParts(url, { [place.name]: key }), headers }
    : { url, headers: [...headers, [place.name, key]] }
}

const NO_TOTAL =
  'The answer does not say how many items there are where the mapping says that it does; it is kept as it came.'

const fewer = (total: number, seen: number) => `The interface says that it has ${total} items, and gave ${seen}.`

function strange({ list }: MappingRules): string {
  const place = list === null ? 'at its root' : `under “${list}”`
  return `One answer holds no list ${place}, where the mapping says that the items are; it is kept as it came.`
}

// An interface that nobody knows, as a mapping tells of it: its items, its answers, how it is asked.
import type { Asking } from '../../shared/domain/intake/asking.ts'
import { MappingRules } from '../../shared/domain/intake/mapping.ts'
import { json } from './replay-paths.ts'

/** A mapping’s rules for the answers below. */
export const rules = (asking: Asking | null, more: Partial<MappingRules> = {}) =>
  MappingRules.parse({
    platform: 'website',
    kind: { is: 'post' },
    sheet: null,
    list: 'data.posts',
    header: true,
    fields: { id: 'id', text: 'body.words', author: 'by', url: 'link', media: 'pictures[*].url', parent: 'answers' },
    time: { column: 'at', format: 'year-first', zone: 'America/Los_Angeles' },
    counts: [{ name: 'likes', column: 'likes' }],
    details: [{ name: 'ward', column: 'ward' }],
    ...(asking === null ? {} : { asking }),
    ...more,
  })

export interface Item {
  readonly id: number | string
  readonly words: string
}

/** An item as the interface tells it. */
export const told = ({ id, words }: Item, more: object = {}) => ({
  id,
  body: { words },
  by: 'Clerk',
  at: '2026-10-01T10:00:00',
  link: `/posts/${id}`,
  pictures: [],
  answers: null,
  likes: 3,
  ward: 'Second',
  ...more,
})
/** Items by their numbers, both included. */
export const some = (from: number, to: number): Item[] =>
  Array.from({ length: to - from + 1 }, (_, nth) => ({ id: from + nth, words: `Notice ${from + nth}` }))
/** An answer with items. @param beside what else stands in it */
export const page = (items: readonly Item[], beside: object = {}) =>
  json({ data: { posts: items.map((one) => told(one)) }, ...beside })

/** How an interface is asked. */
export const asks = (paging: Asking['paging'], total: Asking['total'] = null): Asking => ({ paging, total, key: null })

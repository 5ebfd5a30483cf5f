// LocalWiki: pages, files, maps, tags and redirects of a region with their histories, by version 4 of its interface.
// https://localwiki.net/api/v4/
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
  onward,
  withNext,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'localwiki'
/** Kinds, and the lists that hold them: histories first, so that earlier wordings are read before what stands now. */
const LISTS = [
  ['pages', ['pages_history', 'pages']],
  ['media', ['files_history', 'files']],
  ['maps', ['maps_history', 'maps']],
  ['tags', ['tags_history', 'tags']],
  ['redirects', ['redirects_history', 'redirects']],
] as const

const Page = z.object({
  next: z.string().nullable(),
  results: z.array(
    z.object({ url: z.string().optional(), history_id: z.number().optional(), file: z.string().optional() }).loose(),
  ),
})
const Regions = z.object({ results: z.array(z.object({ slug: z.string() }).loose()) })

const api: Api = {
  name: 'localwiki',
  title: 'LocalWiki',
  goal: 'Every page, file, map, tag and redirect of the region, with its history',
  begin: ({ address, handle }) => [
    {
      url: asking(`${root(address)}/regions/`, { slug: handle, format: 'json' }),
      list: ACCOUNT,
      reader: READER,
      essential: true,
    },
  ],
  follow: (answer, order) =>
    answer.ask.list === ACCOUNT
      ? followed(answer, Regions, ({ results }) =>
          results.length === 0
            ? { ids: [], asks: [], cut: `The wiki has no region “${order.handle}”.` }
            : { ids: [], asks: lists(order) },
        )
      : followed(answer, Page, (page) => lead(answer, page, order)),
}

const root = (address: string) => (/\/api\/v\d+$/.test(address) ? address : `${address}/api/v4`)

function lists(order: ApiOrder): readonly Ask[] {
  return LISTS.filter(([kind]) => order.wants(kind)).flatMap(([, names]) =>
    names.map((name) => {
      const url = asking(`${root(order.address)}/${name}/`, {
        region__slug: order.handle,
        format: 'json',
        limit: 100,
        // The oldest first, so that versions come in their order.
        ordering: name.endsWith('_history') ? 'history_date' : null,
      })
      // Its pages are counted off, and shift while somebody deletes.
      return { url, check: url, list: name.replace('_', ' '), reader: READER, essential: true }
    }),
  )
}

function lead({ ask }: Answer, { next, results }: z.output<typeof Page>, order: ApiOrder): Following {
  const ids = results.map((one) => JSON.stringify([one.url, one.history_id, one.history_date, one.slug]))
  const files = order.wants('media') ? results.flatMap(({ file }) => fileAsk(file ?? '')) : []
  return { ids, ...withNext(files, onward(ask, next)) }
}

export default apiWay(api)

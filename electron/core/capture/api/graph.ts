// Owns what Meta's Graph API has in common for Pages and for Instagram: pages by cursor, refusals by number, nothing with a token in it.
// https://developers.facebook.com/docs/graph-api/results, /docs/graph-api/guides/error-handling
import { z } from 'zod'
import { type Api, type Ask, asking, type Onward } from './define.ts'

/** A list of the graph. Its own link to the next page holds the token, and is not used. */
export const GraphList = z.object({
  data: z.array(z.object({ id: z.string() }).loose()),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .loose()
    .optional(),
})

const Failed = z.object({
  error: z
    .object({ message: z.string().default(''), code: z.number().default(0), error_subcode: z.number().default(0) })
    .loose(),
})
/** Too many calls: of the app, the user, the page, the business use case. */
const RATE: ReadonlySet<number> = new Set([4, 17, 32, 613, 80000, 80001, 80002, 80004, 80006])

/** What a refusal of the graph means. */
export const graphTrouble: NonNullable<Api['trouble']> = ({ json }) => {
  const failed = Failed.safeParse(json)
  if (!failed.success) return null
  const { code, message, error_subcode: subcode } = failed.data.error
  const sentence = `Meta says: ${message}`
  if (code === 190 || code === 102) return { is: 'log-in', sentence }
  if (RATE.has(code)) return { is: 'rate', sentence }
  if (code === 10 || (code >= 200 && code < 300)) return { is: 'refused', sentence }
  // One sentence says that it is not there, or that the token may not see it: which of the two, nobody can tell.
  if (subcode === 33 || /missing permission|does not support this operation/i.test(message))
    return { is: 'refused', sentence }
  return code === 100 && /does not exist|nonexisting/i.test(message)
    ? { is: 'gone', sentence }
    : { is: 'status', sentence }
}

/** The next page of a list. */
export function graphNext(from: Ask, paging: z.output<typeof GraphList>['paging']): Onward {
  if (paging?.next === undefined) return { asks: [] }
  const after = paging.cursors?.after
  return after === undefined
    ? { cut: `Meta says that there is more of ${from.list}, and not where.` }
    : { asks: [{ ...from, url: asking(from.url, { after }) }] }
}

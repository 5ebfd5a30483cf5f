// Owns the steps of asking an API: what one answer led to, written down so that a capture that was killed comes to stand where it stood.
import { z } from 'zod'
import type { MetLimit } from '../../../../shared/domain/capture/capture.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { ACCOUNT, type Ask, type Following, type Trouble } from './define.ts'
import { listBook } from './lists.ts'

/** What one answer led to. */
export interface Step {
  readonly ask: Ask
  readonly trouble: Trouble | null
  /** Null where nothing follows from it. */
  readonly following: Following | null
  /** It is kept, and was too large to be read. */
  readonly unread: boolean
  /** Until when the server wants to be left alone, ms since 1970 UTC; null where it does not say. */
  readonly until: number | null
  /** ms that the capture had waited until then because nothing was left. */
  readonly waited: number
}

const AskForm = z.strictObject({
  url: z.string(),
  list: z.string(),
  reader: z.string().nullable(),
  essential: z.boolean(),
  accept: z.string().exactOptional(),
  body: z.string().exactOptional(),
  headers: z.array(z.tuple([z.string(), z.string()]).readonly()).exactOptional(),
  about: z.record(z.string(), z.string()).exactOptional(),
  check: z.string().exactOptional(),
})
const Troubles = z.enum(['log-in', 'rate', 'gone', 'refused', 'status'])
const StepForm = z.strictObject({
  ask: AskForm,
  trouble: z.strictObject({ is: Troubles, sentence: z.string() }).nullable(),
  following: z
    .strictObject({
      asks: z.array(AskForm),
      ids: z.array(z.string()),
      aside: z.boolean().exactOptional(),
      cut: z.string().exactOptional(),
    })
    .nullable(),
  unread: z.boolean(),
  until: z.number().nullable(),
  waited: z.number(),
}) satisfies z.ZodType<Step>

/** @param left what an earlier run marked. Throws where it is none of this version's. */
export const stepsLeft = (left: readonly unknown[]): readonly Step[] => z.array(StepForm).parse(left)

/** Of JSON, that even its outline was too large to tell what comes next; of anything else, that no reader holds it. */
const UNREAD = 'One answer is kept, and too large to be read to its end.'

/** Where a capture stands: what waits to be asked, and what kept it from being whole. The same steps come to the same place. */
export interface Course {
  /** What is asked next; undefined at the end. It waits until `take` brings what became of it. */
  readonly next: () => Ask | undefined
  readonly take: (step: Step) => void
  readonly items: number
  /** Why something of the account is not whole. */
  readonly cuts: string[]
  /** Why something beside it did not come. */
  readonly missed: readonly string[]
}

/** A course from its beginning. */
export function courseFrom(begin: readonly Ask[]): Course {
  const lists = listBook()
  const asked = new Set<string>()
  const cuts: string[] = []
  const missed: string[] = []
  const waiting = [...begin].reverse()
  /** Lists of the account itself, until their first page came: that they are gone says nothing of what was in them. */
  const unread = new Set(waiting.map(({ list }) => list))
  /** Lists of which a page came: a later page that is not there is no end, but where pages are counted off and there is none behind the last. */
  const begun = new Set<string>()
  const isEnd = ({ list, check }: Ask) => !unread.has(list) && (check !== undefined || !begun.has(list))

  return {
    next: () => waiting.at(-1),
    take: ({ ask, trouble, following, unread: large }) => {
      waiting.pop()
      if (trouble !== null && !ask.essential) missed.push(trouble.sentence)
      else if (trouble !== null && (trouble.is !== 'gone' || !isEnd(ask))) cuts.push(trouble.sentence)
      if (large) cuts.push(UNREAD)
      if (following === null) return
      unread.delete(ask.list)
      begun.add(ask.list)
      if (ask.list === ACCOUNT) for (const { list } of following.asks) unread.add(list)
      const verdict = lists.page(ask, following)
      if (verdict.is === 'cut') cuts.push(verdict.sentence)
      const fresh = verdict.asks.filter((one) => one.list === ask.list || !asked.has(keyOf(one)))
      for (const one of fresh) asked.add(keyOf(one))
      waiting.push(...fresh.toReversed())
    },
    get items() {
      return lists.items
    },
    cuts,
    missed,
  }
}

const keyOf = (ask: Ask) => `${ask.url} ${ask.body ?? ''}`

/** What is said of a capture that was gone on with. @param at ms since 1970 UTC */
export function goneOnWith(answers: number, at: number): MetLimit {
  const came = `${answers} ${answers === 1 ? 'answer' : 'answers'}`
  const sentence = `The capture broke off after ${came}, and was gone on with: each answer has the time at which it came.`
  return { kind: 'bound', at: Instant.parse(at), sentence }
}

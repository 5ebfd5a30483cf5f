// What the fuzzer and the process that reads for it say to each other.
import { z } from 'zod'

const Breach = z.object({
  platform: z.string(),
  law: z.enum(['crash', 'nameless', 'silent', 'unstorable', 'misplaced', 'hang', 'slow', 'growth']),
  file: z.string().nullable(),
  what: z.string(),
})
export type Breach = z.infer<typeof Breach>

/** From the reading process: ready, a case begun (so that one without an end is known), a case that broke the law, a round done. */
export const Said = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), seeds: z.number(), platforms: z.number() }),
  z.object({ type: z.literal('begun'), nth: z.number() }),
  z.object({ type: z.literal('broken'), nth: z.number(), seed: z.string(), breaches: z.array(Breach) }),
  z.object({
    type: z.literal('round'),
    next: z.number(),
    cases: z.number(),
    records: z.number(),
    findings: z.number(),
    recognised: z.number(),
    heapMB: z.number(),
    rssMB: z.number(),
    slowestMs: z.number(),
  }),
])
export type Said = z.infer<typeof Said>

/** Cases in a round; memory is measured behind each. */
export const ROUND = 500
/** Imports into one vault, which is verified behind them. */
export const IMPORTS_ROUND = 25
/** Processor time that no honest case of a few kilobytes needs. */
export const SLOW_MS = 2000

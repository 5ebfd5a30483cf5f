// Operations that settle how the schedule is applied: what its series can hold, and what is kept together.
import { z } from 'zod'
import { Protection } from '../domain/series.ts'
import { command } from './define.ts'

export const seriesAnswer = command('series.answer', {
  summary:
    'Answers for series whether they can hold what Gov. Code 34090(a)–(e) protects; without it nothing of them goes.',
  input: z.strictObject({
    series: z.array(z.string().min(1).max(200)).min(1).max(5000),
    kinds: Protection,
    basis: z.string().trim().min(1).max(2000),
  }),
  output: z.strictObject({ answered: z.int().nonnegative(), same: z.int().nonnegative() }),
  errors: ['SCHEDULE_MISSING', 'SERIES_UNKNOWN', 'ACTOR_REQUIRED'],
})

// The report of a quarter for the Social Media Council.
import { z } from 'zod'
import { GrantId } from '../domain/id.ts'
import { job } from './define.ts'

/** A quarter of a calendar year, such as `2026-Q3`. */
export const Quarter = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/, { error: 'takes a quarter as 2026-Q3' })
  .brand<'Quarter'>()
export type Quarter = z.infer<typeof Quarter>

export const reportQuarter = job('report.quarter', {
  summary:
    'Writes the report of a quarter for the Council from the vault alone: accounts, activity, response times, removals, holds, captures, gaps and purges, as one tagged PDF with charts or as one CSV. Nobody’s name is in it.',
  input: z.strictObject({ quarter: Quarter, format: z.enum(['pdf', 'csv']), to: GrantId }),
  output: z.strictObject({ sections: z.int().positive() }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'PRACTICE_ONLY', 'INPUT_INVALID'],
})

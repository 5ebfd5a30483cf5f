// The registers of an office that runs accounts (AI 599, III).
import { z } from 'zod'
import { LocalDate } from './time.ts'

/** A document that the office works by; each wording is a version of it. */
export const Paper = z.strictObject({
  kind: z.literal('paper'),
  what: z.enum(['agreement', 'standard-practice', 'guide', 'policy', 'council', 'other']),
  title: z.string().trim().min(1).max(200),
  adoptedOn: LocalDate,
  source: z.string().trim().max(4000).default(''),
  /** The text, or that of the parts that matter. */
  text: z.string().trim().max(100_000).default(''),
})

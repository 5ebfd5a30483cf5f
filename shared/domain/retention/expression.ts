// The retention cell of a schedule, such as CU+2: what it says, without guessing what a code means.
import { z } from 'zod'

const unit = /Y|YRS?|YEARS?|MOS?|MONTHS?|W|WKS?|WEEKS?|D|DAYS?/.source
const amount = String.raw`(?<amount>\d{1,3}(?:\.\d{1,2})?)\s*(?<unit>(?:${unit})\b\.?)?`
// A phrase with : ; or , says more than one thing and is left whole to the legend.
const phrase = String.raw`(?<code>[^\d+*:;,]*[^\d+*:;,\s])`
const shapes = [
  new RegExp(String.raw`^(?<code>[A-Z]{1,4}|PERMANENT|INDEFINITE)?\s*(?:\+?\s*${amount})?$`),
  new RegExp(String.raw`^${phrase}\s*\+\s*${amount}$`),
  new RegExp(String.raw`^${amount}\s+(?:AFTER|FROM|FOLLOWING)\s+${phrase}$`),
]
const tail = /[\s.:*]+$/
const permanent = new Set(['P', 'PERM', 'PERMANENT'])
const indefinite = new Set(['IND', 'INDEFINITE'])

/** How a period is counted. */
export const RetentionUnit = z.enum(['years', 'months', 'weeks', 'days'])
export type RetentionUnit = z.infer<typeof RetentionUnit>

const published = { text: z.string(), note: z.boolean() }

/**
 * A retention cell as read. `text` is what the City published; `note` says that a `*` points to the description.
 * A `term` has a code, an amount or both (`amount` null: a code alone). `words` is a phrase without a period of its own.
 * Codes and phrases mean only what the schedule's legend says.
 */
export const RetentionExpression = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('permanent'), code: z.string(), ...published }),
  z.strictObject({ form: z.literal('indefinite'), code: z.string(), ...published }),
  z.strictObject({ form: z.literal('blank'), ...published }),
  z.strictObject({
    form: z.literal('term'),
    code: z.string().nullable(),
    amount: z.number().min(0).max(999).nullable(),
    unit: RetentionUnit,
    ...published,
  }),
  z.strictObject({ form: z.literal('words'), code: z.string(), ...published }),
])
export type RetentionExpression = z.infer<typeof RetentionExpression>

/** A code as legends are looked up by: capitals, single spaces, nothing of `. : *` at its end. */
export function normalCode(text: string): string {
  return text.toUpperCase().replace(/\s+/g, ' ').trim().replace(tail, '')
}

/** Reads a retention cell (law.md §3.5). Text that fits no pattern becomes `words`; nothing is refused. */
export function parseRetention(cell: string): RetentionExpression {
  const text = cell.trim()
  const note = tail.exec(text)?.[0].includes('*') ?? false
  const plain = normalCode(text)
  if (plain === '') return { form: 'blank', text, note }
  const match = shapes.map((shape) => shape.exec(plain)).find((found) => found !== null)
  const name = normalCode(match?.groups?.code ?? '')
  const digits = match?.groups?.amount
  if (!match?.groups || (name === '' && digits === undefined)) return { form: 'words', code: plain, text, note }
  if (digits === undefined && permanent.has(name)) return { form: 'permanent', code: name, text, note }
  if (digits === undefined && indefinite.has(name)) return { form: 'indefinite', code: name, text, note }
  // A phrase of nothing but marks is no code, and without one the number would stand for more than was said.
  if (name === '' && match.groups.code !== undefined) return { form: 'words', code: plain, text, note }
  const length = digits === undefined ? null : Number(digits)
  return { form: 'term', code: name || null, amount: length, unit: unitOf(match.groups.unit), text, note }
}

/** Writes an expression in its shortest form; reading it again gives the same expression but for `text`. */
export function formatRetention(expression: RetentionExpression): string {
  const note = expression.note ? '*' : ''
  if (expression.form === 'blank') return note
  if (expression.form !== 'term') return `${expression.code}${note}`
  if (expression.amount === null) return `${expression.code ?? ''}${note}`
  const sum = expression.code === null ? '' : `${expression.code}+`
  const unit = expression.unit === 'years' && expression.code !== null ? '' : ` ${expression.unit}`
  return `${sum}${expression.amount}${unit}${note}`
}

function unitOf(word: string | undefined): RetentionUnit {
  const initial = word?.charAt(0)
  if (initial === 'M') return 'months'
  if (initial === 'W') return 'weeks'
  return initial === 'D' ? 'days' : 'years'
}

// Lists of rooms other than that of records, handed out as they are shown.
import { z } from 'zod'
import { GrantId } from '../domain/id.ts'
import { ListFormat } from '../domain/record/record.ts'
import { job } from './define.ts'

/** A column as it is shown; `number` stands at the end of its cell. */
export const ShownColumn = z.strictObject({ title: z.string().max(400), number: z.boolean() })
export type ShownColumn = z.infer<typeof ShownColumn>

export const listWrite = job('list.write', {
  summary:
    'Writes a list as a room shows it, as CSV, as a workbook (XLSX) or as a tagged PDF to print; the copy is registered.',
  input: z.strictObject({
    title: z.string().min(1).max(400),
    columns: z.array(ShownColumn).min(1).max(40),
    rows: z.array(z.array(z.string().max(40_000)).max(40)).max(20_000),
    format: ListFormat,
    to: GrantId,
  }),
  output: z.strictObject({ rows: z.int().nonnegative() }),
  errors: ['GRANT_UNKNOWN', 'INPUT_INVALID', 'FILE_UNREADABLE'],
})

// What the columns of a schedule's file may be, and which of them are which: told by their headings, or by a person.
import { z } from 'zod'

/** The fields that a column may be (law.md §3.5). */
export const ScheduleField = z.enum([
  'code',
  'title',
  'description',
  'department',
  'officeOfRecord',
  'retention',
  'trigger',
  'unit',
  'active',
  'inactive',
  'onSite',
  'offSite',
  'retentionType',
  'citations',
  'vital',
  'historical',
  'confidential',
  'media',
  'disposition',
  'cutoffBasis',
  'notes',
])
export type ScheduleField = z.infer<typeof ScheduleField>

const retentions: readonly (ScheduleField | null)[] = ['retention', 'active', 'inactive', 'onSite', 'retentionType']

/** Whether columns say enough for a schedule to be read: what is kept, and how long. */
export function isEnough(fields: readonly (ScheduleField | null)[]): boolean {
  return fields.includes('title') && fields.some((field) => retentions.includes(field))
}

/**
 * The columns as a person says what they are: the row of the headings (counted from 1; series stand below it) and one field a
 * column, null where a column is not read.
 */
export const ColumnMapping = z
  .strictObject({ headerRow: z.int().positive(), fields: z.array(ScheduleField.nullable()).min(1).max(300) })
  .refine(({ fields }) => isEnough(fields), { error: 'names no title or no retention', path: ['fields'] })
  .refine(
    ({ fields }) =>
      new Set(fields.filter((field) => field !== null)).size === fields.filter((field) => field !== null).length,
    {
      error: 'names a field twice',
      path: ['fields'],
    },
  )
export type ColumnMapping = z.infer<typeof ColumnMapping>

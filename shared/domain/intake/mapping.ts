// What the columns of a table are: said once by a person, saved under a name, and kept with every import that it was used for.
import { z } from 'zod'
import { PlatformName } from '../account/account.ts'
import { Digest, PersonId } from '../id.ts'
import { RecordKind } from '../record/record.ts'
import { Instant, Zone } from '../time.ts'
import { Asking } from './asking.ts'
import { ColumnPath } from './column-path.ts'

/** The reader's own name among platforms: it stands for a table, whatever platform its rows are of. */
export const TABLE_PLATFORM = 'mapped'

export const MappingName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{C}“”"]+$/u, { error: 'holds characters that a name may not' })
export type MappingName = z.infer<typeof MappingName>

/** Fields of a record that one column may fill. */
export const RecordField = z.enum([
  'id',
  'text',
  'title',
  'author',
  'handle',
  'parent',
  'conversation',
  'url',
  'media',
  'alt',
])
export type RecordField = z.infer<typeof RecordField>

/** How times are written. Cells that a workbook itself holds as dates are read as such, whatever is said here. */
export const TimeFormat = z.enum([
  'year-first',
  'month-first',
  'day-first',
  'words',
  'seconds',
  'milliseconds',
  'epoch',
  'serial',
])
export type TimeFormat = z.infer<typeof TimeFormat>

/** Used where a time names no zone itself: `unknown` where nobody knows, else `UTC` or an IANA zone. */
const TimeZone = z.union([z.literal('unknown'), Zone])

const Named = z.strictObject({ name: z.string().trim().min(1).max(80), column: ColumnPath })

/** Every row is of one kind, or a column says which; words are compared in lower case. `otherwise`: what a row with another word is; null: a finding. */
const MappedKind = z.union([
  z.strictObject({ is: RecordKind }),
  z.strictObject({
    column: ColumnPath,
    words: z.record(z.string().max(200), RecordKind),
    otherwise: RecordKind.nullable(),
  }),
])

/** A mapping without its name. What no field names stays in the source. */
export const MappingRules = z
  .strictObject({
    /** What the rows are said to be of. */
    platform: PlatformName,
    kind: MappedKind,
    /** Of a workbook: the sheet; null for the first. */
    sheet: z.string().max(200).nullable(),
    /** Of JSON: the keys that lead to the list of rows; null for a list at the root, a lone object, or JSON Lines. */
    list: ColumnPath.nullable(),
    /** False where the first row of the table is a row already: columns are then named by their place. */
    header: z.boolean(),
    fields: z.partialRecord(RecordField, ColumnPath),
    time: z.strictObject({ column: ColumnPath, format: TimeFormat, zone: TimeZone }).nullable(),
    counts: z.array(Named).max(50),
    /** Columns that are shown with the record besides its fields. */
    details: z.array(Named).max(100),
    /** Where the rows stand in answers of an interface: how it is asked for all of them. Left out of files. */
    asking: Asking.exactOptional(),
  })
  .refine(({ fields: { text, title, url, media } }) => [text, title, url, media].some((one) => one !== undefined), {
    error: 'names no column for the text, the title, the address or a media file: such rows say nothing',
    path: ['fields'],
  })
export type MappingRules = z.infer<typeof MappingRules>

/** One version of a saved mapping. */
export const MappingVersion = z.strictObject({ name: MappingName, version: z.int().positive() })
export type MappingVersion = z.infer<typeof MappingVersion>

export const Mapping = z.strictObject({ name: MappingName, rules: MappingRules })
export type Mapping = z.infer<typeof Mapping>

/** A mapping as it is kept: saving one again under its name adds a version. `digest` is over the canonical JSON of its rules. */
export const SavedMapping = Mapping.extend({
  version: z.int().positive(),
  digest: Digest,
  savedAt: Instant,
  savedBy: PersonId.nullable(),
})
export type SavedMapping = z.infer<typeof SavedMapping>

/** The columns of a mapping's fields, its time and its kind: a row of headings has them all. Counts and details may be missing. */
export function fieldColumns({ fields, time, kind }: MappingRules): readonly ColumnPath[] {
  const timed = time === null ? [] : [time.column]
  const kinds = 'column' in kind ? [kind.column] : []
  return [...new Set([...Object.values(fields), ...timed, ...kinds])]
}

/** The columns without which a row says too little: all of the first list, and one of the second. */
export function neededColumns({ fields: { id, text, title, url, media }, time, kind }: MappingRules): {
  readonly all: readonly ColumnPath[]
  readonly any: readonly ColumnPath[]
} {
  const all = [id, time?.column, 'column' in kind ? kind.column : undefined]
  return {
    all: all.filter((one) => one !== undefined),
    any: [text, title, url, media].filter((one) => one !== undefined),
  }
}

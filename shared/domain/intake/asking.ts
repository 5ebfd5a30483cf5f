// How an interface is asked for everything that it has: how its pages follow one another, how many items it says there are, where a key goes.
import { z } from 'zod'
import { ColumnPath } from './column-path.ts'

/** The name of a part of an address, or of a head. */
const PartName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[\w.[\]$-]+$/, { error: 'holds characters that no name of a part of an address has' })

/** How one page leads to the next. Columns are paths from the root of an answer. */
export const Paging = z.discriminatedUnion('by', [
  /** The address of the next page stands in the answer; null: in its head `Link` (RFC 8288, `rel="next"`). None: that was the last. */
  z.strictObject({ by: z.literal('link'), column: ColumnPath.nullable() }),
  /** What stands there is put into the address, under a name; null: it is an object whose members are. None: that was the last. */
  z.strictObject({ by: z.literal('cursor'), column: ColumnPath, parameter: PartName.nullable() }),
  /** Pages are counted, beginning with `first`. The first one without items comes after the last. */
  z.strictObject({ by: z.literal('page'), parameter: PartName, first: z.int().min(0).max(1000) }),
  /** Items are counted, beginning with 0. */
  z.strictObject({ by: z.literal('offset'), parameter: PartName }),
])
export type Paging = z.infer<typeof Paging>

export const Asking = z.strictObject({
  /** Null: one answer holds everything. */
  paging: Paging.nullable(),
  /** Where an answer, or a head of it, says how many items there are in all: fewer are then no whole capture. Null: it does not say. */
  total: z
    .union([z.strictObject({ column: ColumnPath }), z.strictObject({ head: PartName })])
    .nullable()
    .default(null),
  /** Under which name a key is sent; a token, and a name with a password, go where HTTP has a place for them. */
  key: z
    .strictObject({ in: z.enum(['head', 'query']), name: PartName })
    .nullable()
    .default(null),
})
export type Asking = z.infer<typeof Asking>

// The package of produced items: one sheet, the items' own bytes by the file they stood in, their media, the declaration; as a folder.
import { z } from 'zod'
import { Digest, PersonId } from '../../../../shared/domain/id.ts'
import { ProducedItems } from '../../../../shared/domain/intake/produced.ts'
import { Link, MediaRole, RecordKind, RecordState } from '../../../../shared/domain/record/record.ts'
import { Instant, Precision } from '../../../../shared/domain/time.ts'

export const SHEET = 'produced.json'
/** Items lie in here, one file for each file that they stood in: their bytes one after another, each followed by a line feed. */
export const ITEMS = 'items'
export const MEDIA = 'media'
export const DECLARATION = 'declaration'

const Count = z.int().nonnegative()

/** An item as its platform's parser read it in the whole export, which is not kept. */
const Reading = z.strictObject({
  kind: RecordKind,
  nativeId: z.string(),
  identity: z.enum(['id', 'key', 'local', 'hand', 'hand-id']),
  stem: z.exactOptional(z.string().nullable()),
  twin: z.exactOptional(z.enum(['moment', 'words']).nullable()),
  form: z.exactOptional(z.enum(['earlier', 'feed', 'partial', 'full'])),
  at: z.number().nullable(),
  atSource: z.string().nullable(),
  precision: Precision,
  sourceZone: z.string().nullable(),
  author: z.string(),
  conversation: z.string().nullable(),
  parentNativeId: z.string().nullable(),
  state: RecordState,
  deletedAt: z.number().nullable(),
  text: z.string(),
  links: z.array(Link),
  details: z.record(z.string(), z.unknown()),
  content: z.unknown(),
  measures: z.array(z.tuple([z.string(), z.number()])),
  media: z.array(
    z.strictObject({ role: MediaRole, names: z.array(z.string()), directory: z.string(), alt: z.string().nullable() }),
  ),
  /** Other items that it was read from: files and items of this sheet by their places. */
  joined: z.array(z.strictObject({ file: Count, item: Count, role: z.literal('note') })),
})
export type Reading = z.infer<typeof Reading>

const SheetItem = z.strictObject({
  /** Where it stood in the file as received. */
  position: Count,
  pointer: z.string().nullable(),
  start: Count,
  /** Where its bytes lie in this package's file. */
  from: Count,
  length: Count,
  digest: Digest,
  /** Null for an item that only belongs to another one. */
  reading: Reading.nullable(),
})
export type SheetItem = z.infer<typeof SheetItem>

const SheetFile = z.strictObject({
  /** Its name in the export, and its name here. */
  name: z.string(),
  member: z.string(),
  type: z.string(),
  /** Of the file as received. */
  size: Count,
  digest: Digest.nullable(),
  items: z.array(SheetItem),
})
export type SheetFile = z.infer<typeof SheetFile>

export const ProducedSheet = z.strictObject({
  form: z.literal('items produced 1'),
  produced: ProducedItems,
  generatedAt: z.number().nullable(),
  ownerHandle: z.string().nullable(),
  ownerNativeId: z.string().nullable(),
  enteredBy: PersonId.nullable(),
  enteredAt: Instant,
  files: z.array(SheetFile),
  /** Files of the export of which nothing is kept. Not their names: in a personal export folders are named after people. */
  notKept: z.array(z.strictObject({ size: Count, digest: Digest.nullable() })),
  findings: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
})
export type ProducedSheet = z.infer<typeof ProducedSheet>

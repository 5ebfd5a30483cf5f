// How the text that a record shows comes about from its source, as its platform declares, so that the two can be compared.
import { z } from 'zod'
import { RecordKind } from './record.ts'

export const TextOrigin = z.strictObject({
  /**
   * `value`: the whole text is one value of a JSON source, as written or with entities decoded once.
   * `raw`: each line stands in the bytes of the source as it is.
   * `lines`: each line stands in the source once tags, entities, escapes and double encoding are taken off, but for spaces and punctuation.
   */
  how: z.enum(['value', 'raw', 'lines']),
  /** Kinds whose text is put together from more than their own source, or is told by Muniment: never compared. */
  composed: z.array(RecordKind).optional(),
  /** A regular expression: sources that it matches show something else in its place, such as a person's name for a number. */
  told: z.string().optional(),
})
export type TextOrigin = z.infer<typeof TextOrigin>

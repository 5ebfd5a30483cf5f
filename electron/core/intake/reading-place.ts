// Where the reading of an import by another parser stands: written with every batch, so that a killed one is taken up where it was.
import { z } from 'zod'

const Count = z.int().nonnegative()

export const ReadingPlace = z.object({
  reading: z.int().positive(),
  parser: z.string(),
  /** The file being read, as an index into the plan, and the first position in it that is not committed. */
  file: Count,
  position: Count,
  read: Count,
  same: Count,
  changed: Count,
  elsewhere: Count,
  fixed: Count,
  unreadable: Count,
  /** Once everything is read: where the classification of it stands. */
  classifying: z.unknown().optional(),
})
export type ReadingPlace = z.infer<typeof ReadingPlace>

/** Nothing has been read. */
export function atItsBeginning(reading: number, parser: string): ReadingPlace {
  return { reading, parser, file: 0, position: 0, read: 0, same: 0, changed: 0, elsewhere: 0, fixed: 0, unreadable: 0 }
}

// The package of an entry by hand: one sheet and the files that show it, as a folder.
import { z } from 'zod'
import { PersonId } from '../../../shared/domain/id.ts'
import { HandEntry } from '../../../shared/domain/intake/hand-entry.ts'
import { Instant, Zone } from '../../../shared/domain/time.ts'

export const SHEET = 'entry.json'
/** Files that show the entry lie in here. */
export const FILES = 'files'

export const HandSheet = z.strictObject({
  form: z.literal('entry by hand 1'),
  entry: HandEntry,
  /** The zone that the entry's date is meant in. */
  zone: Zone,
  enteredBy: PersonId.nullable(),
  enteredAt: Instant,
  files: z.array(z.string()),
  /** The platform's own number as the entry's address tells it. */
  numberInLink: z.string().nullable().default(null),
})
export type HandSheet = z.infer<typeof HandSheet>

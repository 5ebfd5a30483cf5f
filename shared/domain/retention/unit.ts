// What is kept and destroyed together: a single item, or the thread that it stands in.
import { z } from 'zod'

/** Decided once with the City Attorney; until then a thread is kept together. */
export const KeptUnit = z.enum(['item', 'thread'])
export type KeptUnit = z.infer<typeof KeptUnit>

/** What counts before anybody has decided. */
export const usualUnit: KeptUnit = 'thread'

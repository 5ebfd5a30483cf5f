// What changed, told to every window and command line that subscribed.
import { z } from 'zod'

export const Topic = z.enum([
  'accessions',
  'accounts',
  'captures',
  'disposition',
  'holds',
  'jobs',
  'ledger',
  'mappings',
  'notes',
  'people',
  'records',
  'requests',
  'rules',
  'schedule',
  'stewardship',
  'vault',
])
export type Topic = z.infer<typeof Topic>

/** `change` counts up within one opening of the vault (`epoch`); after a restart clients start anew (design §3). */
export const ChangeEvent = z.strictObject({ epoch: z.string(), change: z.int().nonnegative(), topics: z.array(Topic) })
export type ChangeEvent = z.infer<typeof ChangeEvent>

// Operations on the City's time zone.
import { z } from 'zod'
import { PersonId } from '../domain/id.ts'
import { Instant, Zone } from '../domain/time.ts'
import { job, query } from './define.ts'

/** `held` counts records that a hold would have let go with the change, and that it keeps. */
export const ZoneChange = z.strictObject({
  before: Zone,
  zone: Zone,
  held: z.int().nonnegative(),
  reason: z.string(),
  at: Instant,
  by: PersonId.nullable(),
})
export type ZoneChange = z.infer<typeof ZoneChange>

export const zoneList = query('zone.list', {
  summary: 'Every change of the City’s time zone, the newest first.',
  input: z.strictObject({}),
  output: z.array(ZoneChange),
})

export const zonePreview = query('zone.preview', {
  summary: 'What another time zone would move, and what stands against changing it now.',
  input: z.strictObject({ zone: Zone }),
  output: z.strictObject({
    /** Records that would be of another day. */
    days: z.int().nonnegative(),
    /** Those among them that would be of another calendar or fiscal year, so that their retention would begin with another. */
    years: z.int().nonnegative(),
    /** Standing holds that go by days; they keep what they hold. */
    holds: z.int().nonnegative(),
    /** Open requests: their days stay, but the day on which one of them ends would begin at another moment. */
    requests: z.int().nonnegative(),
    /** Jobs that must end, or be taken back, first. */
    jobs: z.array(z.strictObject({ kind: z.string(), label: z.string() })),
  }),
})
export type ZonePreview = z.infer<typeof zonePreview.output>

export const zoneChange = job('zone.change', {
  summary: 'Reckons the City’s days in another time zone from now on; what a hold keeps it goes on keeping.',
  input: z.strictObject({ zone: Zone, reason: z.string().trim().min(1).max(2000) }),
  output: z.strictObject({ before: Zone, zone: Zone, held: z.int().nonnegative() }),
  errors: ['INPUT_INVALID', 'ZONE_REFUSED'],
})

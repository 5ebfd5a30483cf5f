// The schedule as the vault shows it.
import type { scheduleShow } from '../../../shared/contract/schedule.ts'
import type { Output } from '../../client/call.ts'

export type ShownSchedule = NonNullable<Output<typeof scheduleShow>>

// Operations on how often accounts are captured.
import { z } from 'zod'
import { CaptureEvery, ScheduleState } from '../domain/capture/schedule.ts'
import { AccountId, CaptureScheduleId } from '../domain/id.ts'
import { Instant } from '../domain/time.ts'
import { CaptureOrder } from './capture.ts'
import { command, query } from './define.ts'

export const captureSchedule = command('capture.schedule', {
  summary: 'Has an account captured every day or every week, in place of a schedule of the same scope.',
  input: CaptureOrder.extend({ every: CaptureEvery }),
  output: z.strictObject({ schedule: CaptureScheduleId }),
  errors: ['ACCOUNT_PERSONAL', 'ACCOUNT_UNKNOWN', 'ATTORNEY_REQUIRED', 'CAPTURE_REFUSED', 'MAPPING_UNKNOWN'],
})

export const captureUnschedule = command('capture.unschedule', {
  summary: 'Ends a schedule of captures; its gaps until then stay known.',
  input: z.strictObject({ schedule: CaptureScheduleId }),
  output: z.strictObject({}),
  errors: ['CAPTURE_UNKNOWN'],
})

export const captureSchedules = query('capture.schedules', {
  summary: 'Where every schedule of captures stands: what is due, what is overdue, and its gaps.',
  input: z.strictObject({ account: AccountId.nullable().default(null), now: Instant }),
  output: z.array(ScheduleState),
})

// Whether a code of the legend waits for an event, and whether its day may be said yet.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type Instant, type LocalDate, localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { currentSchedule } from '../schedule/current-schedule.ts'

/** @throws MunimentError INPUT_INVALID, SCHEDULE_MISSING */
export function refuseNotWaiting(db: Driver, code: string): void {
  const { legend, name } = currentSchedule(db).schedule
  if (legend.find((entry) => entry.code === code)?.basis === 'event') return
  const sentence = `The legend of “${name}” has no code ${code} that waits for an event. Nothing was changed.`
  throw new MunimentError('INPUT_INVALID', sentence)
}

/** @throws MunimentError INPUT_INVALID */
export function refuseNotYet(folder: string, on: LocalDate | null, now: Instant): void {
  if (on === null || on <= localDate(now, readVaultFile(folder).zone)) return
  throw new MunimentError(
    'INPUT_INVALID',
    `${on} has not come yet: an event has a day once it came. Nothing was changed.`,
  )
}

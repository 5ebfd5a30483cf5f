// What every change of a request begins with: it is there, it is open, and the day is no later than today.
import { MunimentError } from '../../../shared/contract/error.ts'
import { readableDay } from '../../../shared/domain/calendar/day.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import type { PublicRequest } from '../../../shared/domain/request/request.ts'
import { type LocalDate, localDate } from '../../../shared/domain/time.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { WriteContext } from '../vault/handler.ts'
import { knownRequest } from './known-request.ts'

/** A request that is not closed. @throws MunimentError REQUEST_UNKNOWN, REQUEST_REFUSED */
export function openRequest(db: Driver, id: RequestId): PublicRequest {
  const request = knownRequest(db, id)
  if (request.state !== 'closed') return request
  throw new MunimentError('REQUEST_REFUSED', `Request ${id} is closed. Nothing was changed; reopen it first.`)
}

/** Today in the City's zone. */
export function today({ folder, now }: Pick<WriteContext, 'folder' | 'now'>): LocalDate {
  return localDate(now, readVaultFile(folder).zone)
}

/** Refuses a day on which a thing cannot have happened. @throws MunimentError REQUEST_REFUSED */
export function refuseDay(context: WriteContext, { id, receivedOn }: PublicRequest, on: LocalDate): void {
  if (on > today(context)) throw refused(`${readableDay(on)} has not come yet. Nothing was changed.`)
  if (on < receivedOn) {
    throw refused(
      `${readableDay(on)} is before request ${id} was received (${readableDay(receivedOn)}). Nothing was changed.`,
    )
  }
}

/** A refusal that concerns a request. */
export function refused(sentence: string): MunimentError {
  return new MunimentError('REQUEST_REFUSED', sentence)
}

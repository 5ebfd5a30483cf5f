// Response times of a period, from the vault alone.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import { handleKey } from '../../../../shared/domain/account/handle.ts'
import { addDays } from '../../../../shared/domain/calendar/day.ts'
import { yearsWithout } from '../../../../shared/domain/calendar/office-hours.ts'
import {
  cityName,
  type Family,
  type Reckoned,
  type Response,
  reckonResponses,
  type ThreadItem,
} from '../../../../shared/domain/office/response.ts'
import { Instant, type LocalDate, startOfDay } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { ownIdsOf } from '../../vault/record/own-ids.ts'
import { firstIdOf } from '../../vault/record/record-id.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { listAccessions } from '../../vault/repository/intake/accession.ts'
import {
  type AskingRow,
  askingRows,
  capturedSides,
  queryMarks,
  writesIn,
} from '../../vault/repository/office/response.ts'
import { officeCalendar, yearsReckoned } from '../calendar.ts'

/** An exchange that began before the period may go on in it. */
const DAYS_BEFORE = 30
/** Answers are looked for so long; what is answered later counts as unanswered. */
const DAYS_AFTER = 400
const EXACT: readonly string[] = ['millisecond', 'second', 'minute']

/** What was reckoned, with the years whose holidays nobody entered. */
export interface PeriodResponses extends Reckoned {
  readonly yearsWithout: readonly number[]
  /** Those whose holidays are reckoned and copied from no list. */
  readonly yearsReckoned: readonly number[]
}

/**
 * Reckons the response times of what was asked from one day to another, both included. Records without a time are in no period.
 * @param now what is not over by then is pending
 * @throws MunimentError INPUT_INVALID
 */
export function periodResponses(
  db: Driver,
  folder: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  now: Instant,
): PeriodResponses {
  if (to < from) throw new MunimentError('INPUT_INVALID', 'The period ends before it begins. Nothing was reckoned.')
  const { zone } = readVaultFile(folder)
  const calendar = officeCalendar(db, folder)
  const accounts = listAccounts(db).filter(({ personal }) => personal === undefined)
  const names = namesOf(db, accounts)
  const first = startOfDay(addDays(from, -DAYS_BEFORE), zone)
  const last = startOfDay(addDays(to, DAYS_AFTER), zone)
  const items = Array.from(askingRows(db, firstIdOf(first), firstIdOf(last)), toItem)
  const reckoned = reckonResponses(items, {
    ...{ calendar, zone, now, marks: queryMarks(db) },
    names: new Set(
      accounts.flatMap(({ id, platform }) => (names.get(id) ?? []).map((name) => cityName(platform, name))),
    ),
    capturedUntil: new Map(capturedSides(db).map((side) => [sideOf(side), Instant.parse(side.until)])),
    cityWrites: citySides(db, accounts, names),
  })
  const [start, end] = [startOfDay(from, zone), startOfDay(addDays(to, 1), zone)]
  const inside = ({ at }: Response) => at !== null && at >= start && at < end
  return {
    responses: reckoned.responses.filter(inside),
    unmatched: reckoned.unmatched,
    yearsWithout: yearsWithout(calendar, from, to),
    yearsReckoned: yearsReckoned(db, folder, from, to),
  }
}

function namesOf(db: Driver, accounts: readonly Account[]): ReadonlyMap<number, readonly string[]> {
  const accessions = listAccessions(db)
  return new Map(
    accounts.map((account) => [
      account.id,
      [account.handle, account.name, ...ownIdsOf(db, account, accessions)].filter((name) => name !== ''),
    ]),
  )
}

function citySides(db: Driver, accounts: readonly Account[], names: ReadonlyMap<number, readonly string[]>) {
  const authors = [...new Set([...names.values()].flat().map(handleKey))]
  return new Set(
    accounts.flatMap(({ id }) =>
      [true, false]
        .filter((messages) => writesIn(db, id, messages, authors))
        .map((messages) => sideOf({ account: id, messages: Number(messages) })),
    ),
  )
}

function sideOf({ account, messages }: { readonly account: number; readonly messages: number }): string {
  return `${account} ${(messages === 1 ? 'messages' : 'threads') satisfies Family}`
}

function toItem({ texts, precision, at, ...row }: AskingRow): ThreadItem {
  return {
    ...row,
    at: at === null ? null : Instant.parse(at),
    timed: EXACT.includes(precision),
    texts: texts === null ? null : JSON.parse(texts),
  }
}

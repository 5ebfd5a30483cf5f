// What stands against taking imports away from where they are, in sentences.
import { Instant, localDate } from '../../../shared/domain/time.ts'
import { amount } from '../../../shared/text/amount.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { type Days, holdsOverAccount } from '../vault/repository/disposition/held.ts'
import { type Ties, timesOf } from '../vault/repository/intake/correction.ts'

/** @returns one sentence a reason that is the same for withdrawing and moving */
export function standingAgainst(
  db: Driver,
  folder: string,
  account: number,
  accessions: readonly number[],
  { frozen, released, merged, locked }: Pick<Ties, 'frozen' | 'released' | 'merged' | 'locked'>,
): string[] {
  const holds = holdsOverAccount(db, account, daysOf(db, folder, accessions))
  return [
    ...(holds.length > 0 ? [`It is held by ${holds.join(', ')}.`] : []),
    ...(frozen > 0 ? [`${amount(frozen, 'record')} of it ${frozen === 1 ? 'is' : 'are'} frozen under a hold.`] : []),
    ...(released > 0 ? [`${amount(released, 'record')} of it stand${released === 1 ? 's' : ''} in a packet.`] : []),
    ...(merged > 0
      ? [`${amount(merged, 'record')} of it hold${merged === 1 ? 's' : ''} merged ones; split them first.`]
      : []),
    ...(locked > 0 ? [`${amount(locked, 'record')} of it ${locked === 1 ? 'is' : 'are'} locked.`] : []),
  ]
}

/** The days that the records of imports are of; null where one has no time, so that nobody can say that it lies outside a period. */
function daysOf(db: Driver, folder: string, accessions: readonly number[]): Days | null {
  const { first, last, timeless } = timesOf(db, accessions)
  if (first === null || last === null || timeless > 0) return null
  const { zone } = readVaultFile(folder)
  // A day more on either side: a time may lack its zone.
  return {
    from: localDate(Instant.parse(first - DAY), zone),
    to: localDate(Instant.parse(last + DAY), zone),
  }
}

const DAY = 86_400_000

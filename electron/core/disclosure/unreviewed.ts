// Restricted records stop a packet until a named person has reviewed them for release.
import { MunimentError } from '../../../shared/contract/error.ts'
import { amount } from '../../../shared/text/amount.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { itemsFrom } from '../vault/repository/packet/production.ts'
import { unreviewedAmong } from '../vault/repository/record/restriction.ts'
import type { Packet } from './packet/packet.ts'
import { FrozenDecision } from './review/frozen.ts'

const PAGE = 500
/** Records that the refusal names; of more it says how many. */
const NAMED = 10

/** What was found among records that were looked at. */
export interface Unreviewed {
  look(records: readonly number[]): void
  readonly records: readonly number[]
}

/** Gathers the records that stop a packet. */
export function unreviewed(db: Driver): Unreviewed {
  const records: number[] = []
  return { look: (some) => void records.push(...unreviewedAmong(db, some)), records }
}

/** @throws MunimentError RECORD_UNREVIEWED naming the records and saying what to do */
export function refuseUnreviewed({ records }: Unreviewed): void {
  if (records.length === 0) return
  const one = records.length === 1
  const more = records.length > NAMED ? ` and ${amount(records.length - NAMED, 'other')}` : ''
  const named = `${one ? 'Record' : 'Records'} ${records.slice(0, NAMED).join(', ')}${more}`
  throw new MunimentError(
    'RECORD_UNREVIEWED',
    `${named} ${one ? 'is' : 'are'} restricted, and nobody has reviewed ${one ? 'it' : 'them'} for release. No packet was made. Open ${one ? 'it' : 'each of them'} in Records (the word “restricted” finds them), decide there whether it is reviewed for release, then build the packet again.`,
  )
}

/** Whether a frozen decision withholds its record whole. */
const isWithheld = (decision: string) => FrozenDecision.parse(JSON.parse(decision)).outcome === 'withhold'

/** Whether a production holds a record that was restricted, or changed, since it was reviewed. */
export function isRestrictedSince(db: Driver, { production }: Packet): boolean {
  for (let position = 0; ; position += PAGE) {
    const items = itemsFrom(db, production.id, position, PAGE)
    const released = items.filter(({ decision }) => decision === null || !isWithheld(decision))
    const open = unreviewedAmong(
      db,
      released.map(({ record }) => record),
    )
    if (open.length > 0) return true
    if (items.length < PAGE) return false
  }
}

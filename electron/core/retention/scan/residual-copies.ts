// Known copies that Muniment cannot reach, for the custodian: each is somebody's to see to.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { copyWords, WHOLE_VAULT } from '../../../../shared/domain/disposition/copy.ts'
import type { Found } from '../../../../shared/domain/disposition/destruction.ts'
import { Instant, readableInstant } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { copiesSince, countCopies } from '../../vault/repository/disposition/copies.ts'
import { destroyedFiles } from '../../vault/repository/disposition/destruction-file.ts'
import { postingsHolding, productionsHolding, stillLive } from '../../vault/repository/disposition/residual.ts'

/** So many copies are named one by one, the newest; the rest is counted. */
const NAMED = 200

/** The copies, in sentences. */
export function residualCopies(db: Driver, destruction: number, zone: string): Found[] {
  const unnamed = countCopies(db, 0) - NAMED
  return [
    ...productionsHolding(db, destruction).map(({ id, request, records }) => ({
      place: `production ${id}`,
      sentence: `The packet of request ${request} is a copy of ${amount(records, 'destroyed record')}; the City keeps it, and whoever received it may.`,
    })),
    ...destroyedFiles(db, destruction)
      .filter(({ kind }) => kind === 'packet')
      .map(({ id }) => ({
        place: `production ${id}`,
        sentence: 'The City’s packet was destroyed; whoever received it may keep theirs.',
      })),
    ...postingsHolding(db, destruction).map(({ place, on, request }) => ({
      place,
      sentence: `The packet of request ${request} is published there since ${readableDay(on)}, with destroyed records in it.`,
    })),
    ...copiesSince(db, 0, NAMED).map(({ kind, name, place, at }) => ({
      place,
      sentence: `${name}: ${copyWords[kind]}, made ${readableInstant(Instant.parse(at), zone)}, which ${WHOLE_VAULT.includes(kind) ? 'holds what was in the vault then' : 'may hold destroyed records'}.`,
    })),
    ...(unnamed > 0
      ? [
          {
            place: 'outside the vault',
            sentence: `${amount(unnamed, 'older copy', 'older copies')}, which may hold destroyed records; the register of copies has them.`,
          },
        ]
      : []),
    ...stillLive(db, destruction).map(({ account, records }) => ({
      place: account,
      sentence: `${amount(records, 'record')} stood on the platform when it was last seen. The platform’s own copy is not the City’s to certify.`,
    })),
    {
      place: 'other desks',
      sentence:
        'What another desk has on its screen goes with its window; its workspace holds numbers of records, no words.',
    },
  ]
}

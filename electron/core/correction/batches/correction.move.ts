// Moves imports with their records to another account, whole or not at all.
import { z } from 'zod'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { AccountId, type JobId, type PersonId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { findAccount } from '../../vault/repository/account/people.ts'
import { accessionState, insertCorrection, tiesOf } from '../../vault/repository/intake/correction.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import { givesOtherDays } from '../../vault/repository/retention/event-rule.ts'
import { refuseAlone, secondPerson } from '../../vault/second-person.ts'
import { moveJoining } from '../join-moved.ts'
import { standingAgainst } from '../standing-against.ts'
import { whyNotJoined } from '../why-not-joined.ts'
import { refused } from '../why-not-one.ts'

/** What was moved; what the classification adds to the job's checkpoint stands beside it. */
export const Moved = z.object({
  records: z.int().nonnegative(),
  joined: z.int().nonnegative(),
  classifying: z.unknown().optional(),
})

interface Move {
  readonly job: JobId
  readonly accessions: readonly number[]
  readonly to: AccountId
  readonly reason: string
  readonly second: PersonId | null
}

export default batch<Move, z.infer<typeof Moved>>(
  'correction.move',
  ['accessions', 'records', 'accounts'],
  (context, { job, accessions: named, to, reason, second: other }) => {
    const { db, now, actor, note } = context
    const accessions = [...new Set(named)]
    const from = oneAccount(context, accessions, to)
    const { records } = tiesOf(db, accessions)
    const against = whatStandsAgainst(context, from, accessions, to)
    if (against.length > 0) {
      throw refused(`The import cannot be moved. ${against.join(' ')} Nothing was changed.`)
    }
    const second = secondPerson(db, actor, other)
    if (second === null && givesOtherDays(db, from, to))
      refuseAlone(db, 'A standing rule gives the day of an event to what is of that account; moving it there')
    const joined = moveJoining(db, { accessions, from, to, reason, at: now, by: actor.person })
    for (const accession of accessions) {
      insertCorrection(db, accession, {
        act: 'moved',
        from,
        to,
        reason,
        at: now,
        by: actor.person,
        ...(second === null ? {} : { second }),
      })
    }
    const moved = { records, joined }
    saveCheckpoint(db, job, moved, null)
    note({ accessions, act: 'moved', from, to, ...moved, second })
    return moved
  },
)

/** The account that all of them are of. */
function oneAccount({ db }: WriteContext, accessions: readonly number[], to: AccountId): AccountId {
  if (findAccount(db, to) === null) {
    throw new MunimentError('ACCOUNT_UNKNOWN', 'That account is not in the register. Nothing was moved; add it first.')
  }
  const known = accessions.map((id) => accessionState(db, id))
  const [first] = known
  if (!first || known.some((one) => one?.state !== 'complete')) {
    throw refused('Only complete imports can be moved. Nothing was changed.')
  }
  if (known.some((one) => one?.account !== first.account)) {
    throw refused('The imports are of several accounts. Move those of one account together; nothing was changed.')
  }
  if (first.account === to) throw refused('The import is of that account already. Nothing was changed.')
  return AccountId.parse(first.account)
}

function whatStandsAgainst(
  { db, folder }: WriteContext,
  from: AccountId,
  accessions: readonly number[],
  to: AccountId,
): string[] {
  const ties = tiesOf(db, accessions)
  return [
    ...standingAgainst(db, folder, from, accessions, ties),
    ...(ties.shared > 0
      ? [`Other imports of the account hold ${ties.shared} of its items, too; move them together with it.`]
      : []),
    ...whyNotJoined(db, accessions, from, to),
  ]
}

import { purgeAnswer } from '../../../../shared/contract/approval.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { entryName } from '../../../../shared/domain/disposition/listed.ts'
import type { HoldId, PersonId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply } from '../../vault/handler.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertListedAnswer, listedHolds } from '../../vault/repository/disposition/listed.ts'
import { secondPerson } from '../../vault/second-person.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import { planStanding } from '../approval/standing.ts'

export default apply(purgeAnswer, ['disposition', 'ledger'], (context, asked) => {
  const { db, folder, now, actor, note } = context
  const { plan: id, kind, entries, hold, reason } = asked
  const by = personActing(actor, 'An answer for an entry of a list')
  const second = secondPerson(db, actor, asked.second) ?? by
  if (kind === 'claims') refuseWithoutAttorney(db, [by, second])
  if (hold !== null) refuseHold(db, kind, hold)
  const plan = knownPlan(db, id)
  const { rows } = planStanding(db, folder, plan, readPlan(folder, plan), now).listed
  const known = new Map(rows.filter((row) => row.kind === kind).map((row) => [row.key, row]))
  const answers = [...new Set(entries)].map((key) => {
    const row = known.get(key)
    if (row === undefined) {
      throw new MunimentError(
        'INPUT_INVALID',
        `One of these is no entry of the lists of purge plan ${id} that is to be answered: a newer list was given, or it is known here by now. Nothing was changed.`,
      )
    }
    return insertListedAnswer(db, { plan: id, kind, key, number: entryName(row), hold, reason, second }, now, by)
  })
  note({ plan: id, kind, answers, hold })
  return { answered: answers.length }
})

/** What a claim, an audit, a subpoena or a decree concerns is not said without the City Attorney, who alone releases its hold, too. */
function refuseWithoutAttorney(db: Driver, persons: readonly PersonId[]): void {
  if (persons.some((person) => knownPerson(db, person).role === 'city-attorney')) return
  throw new MunimentError(
    'ATTORNEY_REQUIRED',
    'What a claim concerns is said with the City Attorney: one of the two persons must be registered as such. Nothing was changed.',
  )
}

function refuseHold(db: Driver, kind: string, hold: HoldId): void {
  if (kind !== 'claims') {
    throw new MunimentError(
      'INPUT_INVALID',
      'An open request is held by entering it under Requests, and by no other hold. Nothing was changed.',
    )
  }
  if (listedHolds(db).some(({ id }) => id === hold)) return
  throw new MunimentError('HOLD_UNKNOWN', `Hold ${hold} is no standing hold of this vault. Nothing was changed.`)
}

import { decisionNote } from '../../../../shared/contract/decision.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { apply } from '../../vault/handler.ts'
import { standingOf } from '../../vault/repository/retention/classification.ts'
import { writeNote } from '../../vault/repository/retention/decision.ts'

export default apply(decisionNote, ['records', 'ledger'], ({ db, now, actor, note, random }, { record, text }) => {
  if (standingOf(db, record) === null) {
    throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${record}. The note was not kept.`)
  }
  const id = random(6).reduce((number, byte) => number * 256 + byte, 0) + 1
  writeNote(db, { id, record, text }, now, actor.person)
  const kept = text === '' ? null : id
  note({ note: kept })
  return { note: kept }
})

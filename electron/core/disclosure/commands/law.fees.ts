import { MunimentError } from '../../../../shared/contract/error.ts'
import { lawFees } from '../../../../shared/contract/law.ts'
import { unchargeable } from '../../../../shared/domain/request/fee.ts'
import { apply } from '../../vault/handler.ts'
import { insertFees } from '../../vault/repository/request/law.ts'

export default apply(lawFees, ['vault', 'ledger'], ({ db, now, actor, note }, draft) => {
  for (const line of draft.lines) {
    const why = unchargeable(line)
    if (why !== null) throw new MunimentError('INPUT_INVALID', `${why}. Nothing was changed.`)
  }
  const id = insertFees(db, draft, now, actor.person)
  note({ schedule: id, lines: draft.lines.length })
  return { id }
})

import { MunimentError } from '../../../../shared/contract/error.ts'
import { restrictionUndo } from '../../../../shared/contract/restriction.ts'
import { apply } from '../../vault/handler.ts'
import { actStands, undoAct } from '../../vault/repository/record/restriction-act.ts'

export default apply(restrictionUndo, ['records', 'ledger'], ({ db, now, actor, note }, { act }) => {
  if (!actStands(db, act)) {
    throw new MunimentError(
      'RESTRICTION_REFUSED',
      `There is no act ${act} that restricted records, or it was undone before. Nothing was changed.`,
    )
  }
  const reason = `Act ${act} upon many records was undone.`
  const lifted = undoAct(db, act, { reason, at: now, by: actor.person })
  note({ act, lifted })
  return { lifted }
})

import { officeAct } from '../../../../shared/contract/office.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { nextOfficeActs } from '../../../../shared/domain/office/office.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { insertAct } from '../../vault/repository/office/steward.ts'
import { knownOffice } from '../office/entries.ts'
import { refusedStewardship } from '../refuse.ts'

export default apply(officeAct, ['stewardship', 'ledger'], ({ db, folder, now, actor, note }, { id, ...act }) => {
  const { said, acts } = knownOffice(db, id)
  if (!nextOfficeActs(said.kind, acts).includes(act.act))
    throw refusedStewardship(`Entry ${id} stands so that “${act.act}” cannot follow.`)
  if (act.on > localDate(now, readVaultFile(folder).zone))
    throw refusedStewardship(`${readableDay(act.on)} has not come yet.`)
  if (said.kind === 'departure') {
    const left = said.items.filter(({ doneOn }) => doneOn === null).length
    if (act.act === 'closed' && left > 0)
      throw refusedStewardship(`${left} of ${said.items.length} things are not handed over yet.`)
  }
  if (said.kind === 'flag' && act.words === '')
    throw refusedStewardship('Say why: the outcome is kept with its reason.')
  insertAct(db, id, act, now, actor.person)
  note({ entry: id, act: act.act })
  return {}
})

import { passwordReveal } from '../../../../shared/contract/password.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { insertAct } from '../../vault/repository/steward.ts'
import { knownOffice } from '../office/entries.ts'
import { refusedStewardship } from '../refuse.ts'

export default apply(
  passwordReveal,
  ['stewardship', 'ledger'],
  ({ db, folder, now, actor, note }, { id, by, reason }) => {
    const { said } = knownOffice(db, id)
    if (said.kind !== 'credential') throw refusedStewardship(`Entry ${id} is no credential.`)
    const on = localDate(now, readVaultFile(folder).zone)
    insertAct(db, id, { act: 'revealed', on, by, words: reason }, now, actor.person)
    note({ entry: id, act: 'revealed' })
    return { label: said.label }
  },
)

import { mappingSave } from '../../../../shared/contract/mapping.ts'
import { apply } from '../../vault/handler.ts'
import { saveMapping } from '../../vault/repository/intake/mapping.ts'

export default apply(mappingSave, ['mappings', 'ledger'], ({ db, now, actor, note }, { mapping }) => {
  const saved = saveMapping(db, mapping, now, actor.person)
  note({ mapping: saved.digest, version: saved.version })
  return saved
})

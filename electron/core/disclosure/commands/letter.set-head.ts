import { letterSetHead } from '../../../../shared/contract/letter.ts'
import { apply } from '../../vault/handler.ts'
import { saveSetting } from '../../vault/repository/setting.ts'

export default apply(letterSetHead, ['vault', 'ledger'], ({ db, note }, head) => {
  saveSetting(db, 'letterhead', JSON.stringify(head))
  note({ lines: head.lines.length })
  return {}
})

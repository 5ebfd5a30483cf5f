import { MunimentError } from '../../../../shared/contract/error.ts'
import { lawDistrust } from '../../../../shared/contract/law-file.ts'
import { apply } from '../../vault/handler.ts'
import { endRuleSigner } from '../../vault/repository/request/rule-file.ts'
import { attorneyActing } from '../attorney.ts'

export default apply(lawDistrust, ['vault', 'ledger'], (context, { signer, reason }) => {
  const { db, now, note } = context
  const attorney = attorneyActing(context, 'trusts a signer of rules no more')
  if (!endRuleSigner(db, signer, reason, now, attorney.id))
    throw new MunimentError('INPUT_INVALID', `No signer ${signer} is trusted with rules. Nothing was changed.`)
  note({ signer })
  return {}
})

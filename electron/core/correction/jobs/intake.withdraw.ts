// Withdrawing a complete import: as if it had not come, but for the ledger and the register of corrections.
import { intakeWithdraw } from '../../../../shared/contract/correction.ts'
import { work } from '../../job/define.ts'
import { takeBack } from '../../vault/take-back.ts'
import takeBackSlice from '../batches/correction.take-back.ts'
import withdraw from '../batches/correction.withdraw.ts'

export default work(intakeWithdraw, true, async (context, { accession, reason }) => {
  await context.write(withdraw, { accession, reason })
  return { records: await takeBack(context, takeBackSlice, accession, 'withdrawing') }
})

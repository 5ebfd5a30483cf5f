// An import: seal, write down, media, records, reconciliation; taken up again from any point.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakeImport } from '../../../../shared/contract/intake.ts'
import { work } from '../../job/define.ts'
import { findAccount } from '../../vault/repository/account/people.ts'
import { beginImport } from '../begin.ts'
import { grantedFiles } from '../granted.ts'
import { refuseOtherKind } from '../practice.ts'
import { takeIn } from '../run-import.ts'

export default work(intakeImport, true, async (context, input) => {
  const account = findAccount(context.db, input.account)
  if (account === null) {
    throw new MunimentError(
      'ACCOUNT_UNKNOWN',
      'That account is not in the register. Nothing was imported; add the account first.',
    )
  }
  if (account.personal !== undefined) {
    throw new MunimentError(
      'ACCOUNT_PERSONAL',
      `@${account.handle} is the personal account of ${account.personal}. Nothing was imported: from a personal account only the items are taken in that its holder produces, with a declaration of the search.`,
    )
  }
  return takeIn(context, input.account, async () => {
    const sources = grantedFiles(context.files, input.sources)
    await refuseOtherKind(context.db, sources)
    return beginImport(context, sources, input)
  })
})

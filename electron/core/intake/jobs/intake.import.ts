// An import: seal, write down, media, records, reconciliation; taken up again from any point.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakeImport } from '../../../../shared/contract/intake.ts'
import type { GrantId } from '../../../../shared/domain/id.ts'
import { type JobContext, work } from '../../job/define.ts'
import type { GrantedFile } from '../../vault/handler.ts'
import { sealedPackages } from '../../vault/packages/sealed.ts'
import { findAccount } from '../../vault/repository/people.ts'
import { beginImport, type OpenedExport, reopenImport } from '../begin.ts'
import { Checkpoint } from '../checkpoint.ts'
import { runImport } from '../run-import.ts'
import type { Chosen } from '../settle.ts'

export default work(intakeImport, true, async (context, input) => {
  if (findAccount(context.db, input.account) === null) {
    throw new MunimentError(
      'ACCOUNT_UNKNOWN',
      'That account is not in the register. Nothing was imported; add the account first.',
    )
  }
  return runImport(context, await openExport(context, input), input.account)
})

async function openExport(
  context: JobContext,
  input: Chosen & { readonly sources: readonly GrantId[] },
): Promise<OpenedExport> {
  if (context.checkpoint === null)
    return beginImport(
      context,
      input.sources.map((grant) => granted(context, grant)),
      input,
    )
  const checkpoint = Checkpoint.parse(context.checkpoint)
  return reopenImport(context, sealedPackages(context.db, context.folder, checkpoint.accession), checkpoint)
}

function granted(context: JobContext, grant: GrantId): GrantedFile {
  const file = context.files(grant)
  if (file) return file
  throw new MunimentError(
    'GRANT_UNKNOWN',
    'The file was chosen in an earlier session. Nothing was imported; choose it again.',
  )
}

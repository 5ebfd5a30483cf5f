// Undoing an import that did not finish: catalog first, then the bytes that nothing names any more.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakeUndo } from '../../../../shared/contract/intake.ts'
import { work } from '../../job/define.ts'
import { accessionOfJob, hasLaterAccession } from '../../vault/repository/intake/accession.ts'
import { takeBack } from '../../vault/take-back.ts'
import takeBackSlice from '../batches/intake.take-back.ts'

export default work(intakeUndo, false, async (context, input) => {
  const accession = accessionOfJob(context.db, input.import)
  if (accession === null) return { records: 0 }
  if (accession.state !== 'undoing') {
    throw new MunimentError(
      'JOB_NOT_RESUMABLE',
      'That import is complete. Its records leave the vault only by disposition.',
    )
  }
  if (hasLaterAccession(context.db, accession.id)) {
    throw new MunimentError(
      'JOB_NOT_RESUMABLE',
      'A later import of the same account builds on this one, so it cannot be undone. Resume it instead; nothing was changed.',
    )
  }
  return { records: await takeBack(context, takeBackSlice, accession.id, 'undoing') }
})

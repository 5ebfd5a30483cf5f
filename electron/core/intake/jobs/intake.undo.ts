// Undoing an import that did not finish: catalog first, then the bytes that nothing names any more.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakeUndo } from '../../../../shared/contract/intake.ts'
import { work } from '../../job/define.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { packageFolder } from '../../vault/packages/place.ts'
import { accessionOfJob, hasLaterAccession } from '../../vault/repository/accession.ts'
import takeBack from '../batches/intake.take-back.ts'

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
  let records = 0
  for (;;) {
    context.signal.throwIfAborted()
    const { sightings, finished } = await context.write(takeBack, { accession: accession.id })
    records += sightings
    context.progress({ stage: 'undoing', done: records, total: null, unit: 'items' })
    if (finished === null) continue
    for (const id of finished.packages) await rm(packageFolder(context.folder, id), { recursive: true, force: true })
    for (const digest of finished.objects) await rm(join(context.folder, objectPath(digest)), { force: true })
    return { records }
  }
})

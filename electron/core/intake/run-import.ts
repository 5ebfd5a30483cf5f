// What every import does: sealed or opened again, then media, records, their classification, reconciliation; from wherever it stands.
import { join } from 'node:path'
import { AccessionId } from '../../../shared/domain/id.ts'
import type { JobContext } from '../job/define.ts'
import packageStrike from '../vault/batches/package.strike.ts'
import unlink from '../vault/batches/vault.unlink.ts'
import { mkdir, rm } from '../vault/cipher/fs-promises.ts'
import { sealedPackages } from '../vault/packages/sealed.ts'
import intakeComplete from './batches/intake.complete.ts'
import { type OpenedExport, reopenImport } from './begin.ts'
import { Checkpoint } from './checkpoint.ts'
import { readMedia } from './media.ts'
import { readRecords } from './read-records.ts'
import { reconcile } from './reconcile.ts'

/**
 * Takes an export in: begins it, or opens again what an earlier run of the job had sealed, and reads it to its end.
 * @param begin seals the sources; called only where nothing was sealed yet
 */
export async function takeIn(
  context: JobContext,
  account: number,
  begin: () => Promise<OpenedExport>,
): Promise<{ accession: AccessionId; unexplained: number }> {
  if (context.checkpoint === null) return readToEnd(context, await begin(), account)
  const checkpoint = Checkpoint.parse(context.checkpoint)
  const packages = sealedPackages(context.db, context.folder, checkpoint.accession)
  return readToEnd(context, await reopenImport(context, packages, checkpoint), account)
}

/** Reads an opened export to its end. Its set is closed however that goes. */
async function readToEnd(
  context: JobContext,
  opened: OpenedExport,
  account: number,
): Promise<{ accession: AccessionId; unexplained: number }> {
  const staging = join(context.folder, 'staging', context.id)
  try {
    await mkdir(staging, { recursive: true })
    const checkpoint = opened.checkpoint.stage === 'media' ? await readMedia(context, opened) : opened.checkpoint
    const ready: OpenedExport = { ...opened, checkpoint }
    const reader = await opened.platform.open(opened.tree, opened.plan, staging, context.signal)
    try {
      const read = await readRecords(context, ready, reader, account)
      const { accession } = read.checkpoint
      const classified = await context.classifyBrought(context, {
        accessions: [accession],
        checkpoint: read.checkpoint,
      })
      context.progress({ stage: 'reconciling', done: 0, total: null, unit: 'items' })
      const reconciliation = { ...reconcile(context.db, ready, read), ...(classified && { classified }) }
      const end = { accession, root: read.root, leaves: read.leaves, reconciliation }
      await context.write(intakeComplete, end)
      await context.write(unlink, {})
      await context.write(packageStrike, {})
      return { accession: AccessionId.parse(accession), unexplained: reconciliation.totals.unexplained }
    } finally {
      await reader.close()
    }
  } finally {
    await opened.tree.set.close()
    await rm(staging, { recursive: true, force: true })
  }
}

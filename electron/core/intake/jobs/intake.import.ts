// An import: seal, write down, media, records, reconciliation; taken up again from any point.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakeImport } from '../../../../shared/contract/intake.ts'
import { AccessionId, type GrantId } from '../../../../shared/domain/id.ts'
import { type JobContext, work } from '../../job/define.ts'
import type { GrantedFile } from '../../vault/handler.ts'
import { sealedPackages } from '../../vault/packages/sealed.ts'
import { findAccount } from '../../vault/repository/people.ts'
import intakeComplete from '../batches/intake.complete.ts'
import { beginImport, type OpenedExport, reopenImport } from '../begin.ts'
import { Checkpoint } from '../checkpoint.ts'
import { readMedia } from '../media.ts'
import { readRecords } from '../read-records.ts'
import { reconcile } from '../reconcile.ts'

export default work(intakeImport, true, async (context, input) => {
  if (findAccount(context.db, input.account) === null) {
    throw new MunimentError(
      'ACCOUNT_UNKNOWN',
      'That account is not in the register. Nothing was imported; add the account first.',
    )
  }
  const opened = await openExport(context, input)
  const staging = join(context.folder, 'staging', context.id)
  try {
    await mkdir(staging, { recursive: true })
    const checkpoint = opened.checkpoint.stage === 'media' ? await readMedia(context, opened) : opened.checkpoint
    const ready: OpenedExport = { ...opened, checkpoint }
    const reader = await opened.platform.open(opened.tree, opened.plan, staging, context.signal)
    try {
      const read = await readRecords(context, ready, reader, input.account)
      context.progress({ stage: 'reconciling', done: 0, total: null, unit: 'items' })
      const reconciliation = reconcile(context.db, ready, read.checkpoint, read.media)
      const { accession } = read.checkpoint
      await context.write(intakeComplete, { accession, root: read.root, leaves: read.leaves, reconciliation })
      return { accession: AccessionId.parse(accession), unexplained: reconciliation.totals.unexplained }
    } finally {
      await reader.close()
    }
  } finally {
    await opened.tree.set.close()
    await rm(staging, { recursive: true, force: true })
  }
})

interface Chosen {
  readonly sources: readonly GrantId[]
  readonly account: number
  readonly platform: string | null
}

async function openExport(context: JobContext, input: Chosen): Promise<OpenedExport> {
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

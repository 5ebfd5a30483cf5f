import { vaultSummary } from '../../../../shared/contract/vault.ts'
import { JobId } from '../../../../shared/domain/id.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../about.ts'
import { answer } from '../handler.ts'
import { digestOf } from '../hex.ts'
import { ledgerHead } from '../ledger/ledger.ts'
import { listJobs } from '../repository/job.ts'
import { isPractice } from '../repository/practice.ts'
import { setting } from '../repository/setting.ts'
import { summaryCounts } from '../repository/summary.ts'

export default answer(vaultSummary, ({ db, folder }) => {
  const about = readVaultFile(folder)
  const head = ledgerHead(db)
  const interrupted = listJobs(db, 200).filter((job) => job.state === 'interrupted')
  return {
    vaultId: about.vaultId,
    city: about.city,
    zone: about.zone,
    formatVersion: about.formatVersion,
    practice: isPractice(db),
    openedAt: Instant.parse(Number(setting(db, 'opened_at') ?? 0)),
    counts: summaryCounts(db),
    ledgerHead: head.seq === 0 ? null : digestOf(head.hash),
    interrupted: interrupted.map((job) => JobId.parse(job.id)),
    warnings: [],
  }
})

import { join } from 'node:path'
import { type PlanSummary, purgePlan } from '../../../../shared/contract/purge.ts'
import type { GrantId } from '../../../../shared/domain/id.ts'
import { type JobContext, work } from '../../job/define.ts'
import { copyFile, mkdir, rm, writeFile } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { settleAnnounced } from '../../vault/objects/announced.ts'
import { putObject } from '../../vault/objects/put.ts'
import { writableFile, writeOutside } from '../../vault/outside.ts'
import { inSnapshot } from '../../vault/repository/disposition/plan.ts'
import type { IssuedCopy } from '../../vault/repository/packet/issued.ts'
import { countRecords } from '../../vault/repository/retention/classification.ts'
import saltFiles from '../batches/purge.salt-files.ts'
import purgeStore from '../batches/purge.store.ts'
import { fileCounts } from '../office/draw-up-files.ts'
import { type DrawnUp, drawUp } from '../plan/draw-up.ts'
import { type PlanHead, planBytes } from '../plan/file.ts'
import { countsOf } from '../plan/tally.ts'
import { writePurgeReport } from '../report/report-pdf.ts'
import { purgeWorkbook, refuseLargeWorkbook } from '../report/xlsx.ts'

type Copy = Omit<IssuedCopy, 'subject' | 'at'>
type Targets = Readonly<Record<'plan' | 'pdf' | 'csv' | 'xlsx', GrantId | null>>

export default work(purgePlan, false, async (context, { to, ...asked }) => {
  for (const grant of Object.values(to)) if (grant !== null) writableFile(context, grant)
  if (to.xlsx !== null) refuseLargeWorkbook(countRecords(context.db))
  const staging = join(context.folder, 'staging', context.id)
  await mkdir(staging, { recursive: true })
  await context.write(saltFiles, {})
  try {
    return await inSnapshot(context.db, async () => {
      const drawn = await drawUp(context, asked, staging)
      const { head, rows, digest, tally, executable, notes, lists } = drawn
      context.progress({ stage: 'storing the plan', done: 0, total: null, unit: 'files' })
      const file = await putObject(context.folder, `plan-${context.id}`, planBytes(head, rows, digest), 'announced')
      const copies = await handOut(context, to, drawn)
      const { waiting, ...counts } = tally.counts
      const summary = {
        kind: asked.kind,
        custody: head.custody ?? [],
        departments: head.departments ?? [],
        ...countsOf(tally, drawn.compiled),
        files: fileCounts(head),
        waiting,
        executable,
        notes: [...notes],
        lists: listDays(head),
        listedOpen: head.listed?.rows.filter(({ open }) => open).length ?? 0,
      }
      const plan = { asOf: head.asOf, madeAt: head.drawnUpAt, digest, ...counts, summary }
      const inVault: Copy = {
        kind: 'purge-report',
        name: 'plan.json',
        place: 'vault',
        digest: file.digest,
        size: file.size,
      }
      const { id } = await context.write(purgeStore, {
        ...{ plan, file, lists, copies: [inVault, ...copies] },
        heldPackagesPage: to.pdf !== null && head.packages.some(({ held }) => held > 0),
      })
      settleAnnounced(context.folder, [file, ...lists])
      return { id, asOf: head.asOf, madeAt: head.drawnUpAt, digest, ...counts, ...summary }
    })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
})

/** The lists that a plan was drawn up with, by the day that each tells the state of. */
function listDays({ openRequests, claims }: Pick<PlanHead, 'openRequests' | 'claims'>): PlanSummary['lists'] {
  return [
    ...(openRequests === null ? [] : [{ kind: 'open-requests' as const, datedOn: openRequests.datedOn }]),
    ...(claims === null ? [] : [{ kind: 'claims' as const, datedOn: claims.datedOn }]),
  ]
}

async function handOut(context: JobContext, to: Targets, drawn: DrawnUp): Promise<Copy[]> {
  const copies: Copy[] = []
  const hand = async (grant: GrantId | null, write: (aside: string) => Promise<void>) => {
    if (grant === null) return
    context.signal.throwIfAborted()
    const { path, name } = writableFile(context, grant)
    copies.push({ kind: 'purge-report', name, place: path, ...(await writeOutside(path, write)) })
  }
  await hand(to.plan, (aside) => writeFile(aside, planBytes(drawn.head, drawn.rows, drawn.digest)))
  await hand(to.csv, (aside) => copyFile(drawn.csv, aside))
  await hand(to.xlsx, async (aside) => {
    await writeFile(aside, await purgeWorkbook(drawn.csv, drawn.digest, drawn.head.practice ?? false))
  })
  context.progress({ stage: 'writing the report', done: 0, total: null, unit: 'pages' })
  await hand(to.pdf, async (aside) => {
    await writePurgeReport(context, createWriteStream(aside), drawn)
  })
  return copies
}

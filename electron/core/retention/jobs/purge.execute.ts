import { setTimeout as sleep } from 'node:timers/promises'
import { purgeExecute } from '../../../../shared/contract/destruction.ts'
import { type JobContext, work } from '../../job/define.ts'
import strike from '../../vault/batches/package.strike.ts'
import unlink from '../../vault/batches/vault.unlink.ts'
import { hasRoomToVacuum, isLogEmpty } from '../../vault/catalog/settle.ts'
import { destroyMigrationCopy } from '../../vault/migration-copy.ts'
import { expectWritable, writableFile } from '../../vault/outside.ts'
import { destructionOfPlan, findDestruction } from '../../vault/repository/disposition/destruction.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import begin from '../batches/purge.begin.ts'
import listFiles from '../batches/purge.list-files.ts'
import prove from '../batches/purge.prove.ts'
import settle from '../batches/purge.settle.ts'
import { allWaitForPackages } from '../execution/all-wait.ts'
import { carryOut } from '../execution/carry-out.ts'
import { certify, type Targets } from '../execution/certify.ts'
import { listItems } from '../execution/list-items.ts'
import { summaryOf } from '../execution/summary.ts'
import { tracesKey } from '../execution/traces-key.ts'
import { lookThrough } from '../scan/look-through.ts'

const TRIES = 20
const PAUSE = 250

// From its first step on it goes to its end: what a person stops is certified as far as it went.
export default work(purgeExecute, true, async (context, { plan: number, witness, to }) => {
  const { db, folder } = context
  const anew = destructionOfPlan(db, number) === null
  const targets = anew ? to : stillKnown(context, to)
  for (const grant of Object.values(targets)) if (grant !== null) await expectWritable(writableFile(context, grant))
  const allWait = anew && (await allWaitForPackages(context, number, readPlan(folder, knownPlan(db, number))))
  const { id, state } = await context.write(begin, { plan: number, job: context.id, witness, allWait })
  const key = tracesKey(context.random)
  if (state === 'listing') {
    const file = readPlan(folder, knownPlan(db, number))
    await context.write(listFiles, { destruction: id, files: file.files ?? [] })
    await listItems(context, id, file)
  }
  if (state === 'listing' || state === 'executing') await carryOut(context, id, key)
  if (findDestruction(db, id)?.proof === null) {
    await context.write(unlink, {})
    await context.write(strike, {})
    destroyMigrationCopy(folder)
    const settled = await leaveNothing(context)
    const proof = await lookThrough({ ...context, signal: new AbortController().signal }, id, key, settled)
    await context.write(prove, { destruction: id, proof })
  }
  if (findDestruction(db, id)?.state !== 'certified') await certify(context, id, targets)
  await context.write(settle, { vacuum: false })
  return summaryOf(db, id)
})

/** What is taken up in another session knows its places no more: its certificate is made all the same, and handed out from the vault. */
function stillKnown({ files }: JobContext, { pdf, json }: Targets): Targets {
  const known = (grant: Targets['pdf']) => (grant !== null && files(grant) !== undefined ? grant : null)
  return { pdf: known(pdf), json: known(json) }
}

/** Writes the catalog anew and empties its log; a reader that has not ended is waited for, a while. */
async function leaveNothing(context: JobContext) {
  const { folder } = context
  const vacuumed = hasRoomToVacuum(folder)
  context.progress({ stage: 'writing the catalog anew', done: 0, total: null, unit: 'steps' })
  await context.write(settle, { vacuum: vacuumed })
  for (let tries = 0; tries < TRIES && !isLogEmpty(folder); tries += 1) {
    await sleep(PAUSE)
    await context.write(settle, { vacuum: false })
  }
  return { vacuumed, logEmptied: isLogEmpty(folder) }
}

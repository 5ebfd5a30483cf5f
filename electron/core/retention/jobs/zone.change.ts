import { MunimentError } from '../../../../shared/contract/error.ts'
import { zoneChange } from '../../../../shared/contract/zone.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import zoneSet from '../batches/zone.set.ts'
import { lostTo } from '../zone/holds.ts'
import { refuseBesideJobs } from '../zone/refusals.ts'

// Nothing is stored by local day but what people entered as a day: all else is reckoned when it is read. So the change itself is one
// transaction, and a run that is cut off before it has changed nothing and is simply begun anew.
export default work(zoneChange, false, async (context, { zone, reason }) => {
  const { id: job, db, folder, signal, startedAt: since, write, progress } = context
  const { zone: before } = readVaultFile(folder)
  if (zone === before) {
    throw new MunimentError('INPUT_INVALID', `The City’s days are reckoned in ${zone} already. Nothing was changed.`)
  }
  refuseBesideJobs(db, job)
  const kept = await lostTo(db, folder, { from: before, to: zone }, signal, (done) =>
    progress({ stage: 'looking at holds', done, total: null, unit: 'records' }),
  )
  signal.throwIfAborted()
  const { held } = await write(zoneSet, { job, since, before, zone, reason, kept })
  return { before, zone, held }
})

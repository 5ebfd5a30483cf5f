// Executes the newest plan of a vault, and says how long each stage took. Usage: node executing.ts VAULT. Prints one JSON line.
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { purgeExecute } from '../../shared/contract/destruction.ts'
import { jobShow } from '../../shared/contract/job.ts'
import { purgeList } from '../../shared/contract/purge.ts'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from './open.ts'
import { peakMB } from './peak.ts'
import { spokenTo } from './purgeable-vault.ts'

/** How often the stage is looked at, in milliseconds: seldom enough that looking is no work beside it. */
const LOOK = 100

const [vault = ''] = process.argv.slice(2)
const archive = await openBuilt(vault, false)
const { call } = spokenTo(archive)
const [plan] = await call(purgeList, {})
const stages = new Map<string, { seconds: number; cpu: number }>()
let [at, cpu] = [performance.now(), process.cpuUsage()]
/** What passed since it was last asked is of this stage. */
const passed = (stage: string) => {
  const [now, spent] = [performance.now(), process.cpuUsage(cpu)]
  const known = stages.get(stage) ?? { seconds: 0, cpu: 0 }
  const used = (spent.user + spent.system) / 1e6
  stages.set(stage, { seconds: known.seconds + (now - at) / 1000, cpu: known.cpu + used })
  at = now
  cpu = process.cpuUsage()
}
const began = {
  command: CommandId.parse(crypto.randomUUID()),
  actor: PersonId.parse('dana'),
  signal: AbortSignal.any([]),
}
const input = { plan: plan?.id, to: { pdf: null, json: null } }
const { job } = z.object({ job: z.string() }).parse(await archive.call(purgeExecute.name, input, began))
let stage = 'beginning'
for (;;) {
  const shown = await call(jobShow, { id: job })
  passed(stage)
  if (shown.stage !== '') ({ stage } = shown)
  if (shown.state === 'succeeded') {
    const { destroyed, proof } = purgeExecute.output.parse(shown.result)
    if (proof === null || proof.left.length > 0) throw new Error('the proof does not stand')
    await archive.close()
    console.log(JSON.stringify({ destroyed, stages: Object.fromEntries(stages), rssMB: peakMB() }))
    break
  }
  if (shown.state !== 'queued' && shown.state !== 'running') throw new Error(shown.problem?.sentence ?? shown.state)
  await sleep(LOOK)
}

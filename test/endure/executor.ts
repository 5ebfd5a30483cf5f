// A process that executes the newest plan of a vault, taking up an interrupted execution, until it is certified or it is killed.
// Usage: node executor.ts VAULT
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from '../bench/open.ts'

const [vault = ''] = process.argv.slice(2)
const archive = await openBuilt(vault, false)
const dana = PersonId.parse('dana')
const context = () => ({ command: CommandId.parse(randomUUID()), actor: dana, signal: new AbortController().signal })
const Jobs = z.array(z.object({ id: z.string(), kind: z.string(), state: z.string(), resumable: z.boolean() }))
const Plans = z.array(z.object({ id: z.number() }))

async function executions() {
  const jobs = Jobs.parse(await archive.call('job.list', { limit: 200 }, context()))
  return jobs.filter((job) => job.kind === 'purge.execute')
}

const [plan] = Plans.parse(await archive.call('purge.list', {}, context()))
const interrupted = (await executions()).find((job) => job.resumable)
if (interrupted) await archive.call('job.resume', { id: interrupted.id }, context())
else if (!(await executions()).some(({ state }) => state === 'succeeded')) {
  await archive.call('purge.execute', { plan: plan?.id, to: { pdf: null, json: null } }, context())
}
let all = await executions()
while (all.some(({ state }) => state === 'running' || state === 'queued')) {
  await sleep(50)
  all = await executions()
}
await archive.close()
process.exit(all.some(({ state }) => state === 'succeeded') ? 0 : 1)

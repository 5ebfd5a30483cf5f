// A process that executes the newest plan of a vault, taking up an interrupted execution, until it is certified or it is killed. It tells each stage
// that it comes to, a line each; asked to verify, also what is found before and afterwards, as `before` and `after` with a JSON array.
// Usage: node executor.ts VAULT [verify]
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from '../bench/open.ts'
import { verifyOpen } from './verify.ts'

/** How often the stage is looked at, in milliseconds: a stage of the small vaults lasts a few times that. */
const LOOK = 4

const [vault = '', verify] = process.argv.slice(2)
const archive = await openBuilt(vault, false)
const dana = PersonId.parse('dana')
const context = () => ({ command: CommandId.parse(randomUUID()), actor: dana, signal: new AbortController().signal })
const Jobs = z.array(
  z.object({ id: z.string(), kind: z.string(), state: z.string(), stage: z.string(), resumable: z.boolean() }),
)
const Plans = z.array(z.object({ id: z.number() }))

async function executions() {
  const jobs = Jobs.parse(await archive.call('job.list', { limit: 200 }, context()))
  return jobs.filter((job) => job.kind === 'purge.execute')
}
const tell = (word: string, what: unknown) => console.log(`${word} ${JSON.stringify(what)}`)

if (verify !== undefined) tell('before', await verifyOpen(archive))
const [plan] = Plans.parse(await archive.call('purge.list', {}, context()))
const interrupted = (await executions()).find((job) => job.resumable)
tell('stage', 'beginning')
if (interrupted) await archive.call('job.resume', { id: interrupted.id }, context())
else if (!(await executions()).some(({ state }) => state === 'succeeded')) {
  await archive.call('purge.execute', { plan: plan?.id, to: { pdf: null, json: null } }, context())
}
let told = ''
for (let goes = true; goes; ) {
  const all = await executions()
  const running = all.find(({ state }) => state === 'running' || state === 'queued')
  goes = running !== undefined
  const stage = running?.stage ?? ''
  if (stage !== '' && stage !== told) tell('stage', stage)
  told = stage
  if (goes) await sleep(LOOK)
}
const done = (await executions()).some(({ state }) => state === 'succeeded')
if (verify !== undefined) tell('after', await verifyOpen(archive))
await archive.close()
process.exit(done ? 0 : 1)

// Imports an export, releases all of it and builds the packet. Usage: node packet-build.ts EXPORT VAULT TARGET. Prints one JSON line.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from './open.ts'
import { peakMB } from './peak.ts'

const [exported = '', vault = '', target = ''] = process.argv.slice(2)
const Shown = z.object({ state: z.string(), stage: z.string().nullable(), problem: z.unknown(), result: z.unknown() })
const archive = await openBuilt(vault, true)
const actor = PersonId.parse('clerk')
const call = (operation: string, input: unknown) =>
  archive.call(operation, input, {
    ...{ command: CommandId.parse(randomUUID()), actor, signal: new AbortController().signal },
  })
/** Waits for a job, and says when it came to each stage. */
const ended = async (answer: unknown) => {
  const { job } = z.object({ job: z.string() }).parse(answer)
  const stages = new Map<string, number>()
  for (;;) {
    const shown = Shown.parse(await call('job.show', { id: job }))
    if (shown.stage !== null && !stages.has(shown.stage)) stages.set(shown.stage, performance.now())
    if (shown.state === 'succeeded') return stages
    if (shown.state !== 'running' && shown.state !== 'queued') throw new Error(JSON.stringify(shown.problem))
    await sleep(50)
  }
}
await call('person.add', { id: actor, name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
const draft = { platform: 'x', handle: 'AlderBayCity', name: '', department: '', liaison: '', nativeId: null }
const { id: account } = z.object({ id: z.number() }).parse(await call('account.add', draft))
await ended(await call('intake.import', { sources: [archive.grant(exported, 'read').grant], account, platform: null }))
await call('request.open', {
  ...{ id: '26-0001', receivedOn: '2026-11-16', channel: 'portal', requester: '', text: 'All.' },
  ...{ immediateDisclosure: false, accounts: [account], from: null, to: null, search: '' },
})
const began = performance.now()
const stages = await ended(await call('packet.build', { request: '26-0001', to: archive.grant(target, 'write').grant }))
const end = performance.now()
const { productions } = z
  .object({ productions: z.array(z.object({ id: z.number(), items: z.number() })) })
  .parse(await call('request.show', { id: '26-0001' }))
const [production] = productions
const set = z
  .object({ firstPage: z.string(), lastPage: z.string().nullable() })
  .parse(await call('packet.set', { production: production?.id }))
await archive.close()
const building = stages.get('building') ?? end
const tenths = (from: number, to: number) => Math.round((to - from) / 100) / 10
console.log(
  JSON.stringify({
    records: production?.items ?? 0,
    pages: Number(set.lastPage?.slice(-6) ?? 0),
    seconds: (end - began) / 1000,
    ...{ frozen: tenths(began, building), built: tenths(building, end), rate: 0, rssMB: peakMB() },
  }),
)

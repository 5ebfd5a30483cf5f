// One capture in a vault of its own: node sizes-process.ts WAY ADDRESS; says how it ended, how many records it gave, and how much memory it took.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from '../bench/open.ts'

const [way = '', address = ''] = process.argv.slice(2)
const clerk = PersonId.parse('clerk')
const Job = z.object({ state: z.string(), problem: z.unknown(), result: z.unknown() })
const Result = z.object({ capture: z.number(), unexplained: z.number() })
const Shown = z.object({
  capture: z.object({
    outcome: z.string(),
    sentence: z.string(),
    stop: z.object({ met: z.boolean() }),
    items: z.number(),
  }),
})

const folder = mkdtempSync(join(tmpdir(), 'muniment-sizes-'))
const archive = await openBuilt(join(folder, 'City.muniment'), true)
const signal = new AbortController().signal
const call = (operation: string, input: unknown) =>
  archive.call(operation, input, { command: CommandId.parse(randomUUID()), actor: clerk, signal })
/** Bytes, all threads with it. */
const most = () => process.resourceUsage().maxRSS * 1024
try {
  await call('person.add', { id: clerk, name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
  const platform = way === 'feed' ? 'podcast' : 'bluesky'
  const draft = { platform, handle: 'city.test', name: '', department: '', liaison: '', nativeId: null }
  const { id: account } = z.object({ id: z.number() }).parse(await call('account.add', draft))
  const before = most()
  const scope = { address, ...(way === 'feed' ? {} : { kinds: ['posts'] }) }
  const { job } = z.object({ job: z.string() }).parse(await call('capture.run', { account, way, scope }))
  let shown = Job.parse(await call('job.show', { id: job }))
  for (; shown.state === 'running' || shown.state === 'queued'; shown = Job.parse(await call('job.show', { id: job })))
    await sleep(50)
  if (shown.state !== 'succeeded') throw new Error(JSON.stringify(shown.problem))
  const { capture, unexplained } = Result.parse(shown.result)
  const { outcome, sentence, stop, items } = Shown.parse(await call('capture.show', { capture })).capture
  process.stdout.write(JSON.stringify({ outcome, sentence, met: stop.met, items, unexplained, before, most: most() }))
} finally {
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
}

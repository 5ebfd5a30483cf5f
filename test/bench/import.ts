// Imports one X archive into a new vault. Prints one JSON line: { records, seconds, rate, rssMB }.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId } from '../../shared/domain/id.ts'
import { openBuilt } from './open.ts'
import { peakMB } from './peak.ts'

const [archivePath = '', vault = ''] = process.argv.slice(2)
const archive = await openBuilt(vault, true)
const context = () => ({ command: CommandId.parse(randomUUID()), actor: null, signal: new AbortController().signal })
const account = { platform: 'x', handle: 'AlderBayCity', name: '', department: '', liaison: '', nativeId: null }
const { id } = z.object({ id: z.number() }).parse(await archive.call('account.add', account, context()))

const start = process.hrtime.bigint()
const sources = [archive.grant(archivePath, 'read').grant]
const { job } = z
  .object({ job: z.string() })
  .parse(await archive.call('intake.import', { sources, account: id, platform: null }, context()))
const Shown = z.object({ state: z.string(), done: z.number(), problem: z.unknown() })
let shown: z.infer<typeof Shown>
do {
  await sleep(100)
  shown = Shown.parse(await archive.call('job.show', { id: job }, context()))
} while (shown.state === 'running' || shown.state === 'queued')
const seconds = Number(process.hrtime.bigint() - start) / 1e9
if (shown.state !== 'succeeded') throw new Error(`the import ${shown.state}: ${JSON.stringify(shown.problem)}`)
const summary = z
  .object({ counts: z.object({ records: z.number() }) })
  .parse(await archive.call('vault.summary', {}, context()))
const { records } = summary.counts
await archive.close()
const rssMB = peakMB()
console.log(JSON.stringify({ records, seconds, rate: Math.round(records / seconds), rssMB }))

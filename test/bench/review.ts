// The review of a large request. Usage: node test/bench/review.ts [RECORDS]
// Prints how long its list, its words elsewhere and its duplicates take, and how long a key waits beside each of them.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { millionTweets } from '../fixtures/x/million.ts'
import { measure } from './measure.ts'
import { openBuilt } from './open.ts'

const count = Number(process.argv[2] ?? 10_000)
const folder = join(tmpdir(), 'muniment-bench')
const [export_, vault] = [join(folder, `twitter-${count}.zip`), join(folder, `review-${count}.muniment`)]
const request = '26-9000'
const Items = z.object({ items: z.array(z.object({ record: z.number() })) })
const ground = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'Name of a resident' }

mkdirSync(folder, { recursive: true })
rmSync(vault, { recursive: true, force: true })
if (!existsSync(export_)) await millionTweets(export_, count)
await measure(join(import.meta.dirname, 'import.ts'), export_, vault)
const archive = await openBuilt(vault, false)
let actor: PersonId | null = null
const call = (operation: string, input: unknown) =>
  archive.call(operation, input, {
    ...{ command: CommandId.parse(randomUUID()), actor, signal: new AbortController().signal },
  })

await call('person.add', { id: 'clerk', name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
actor = PersonId.parse('clerk')
await call('request.open', {
  ...{ id: request, receivedOn: '2026-11-16', channel: 'portal', requester: '', text: 'All.', search: 'kind:post' },
  ...{ immediateDisclosure: false, accounts: [], from: null, to: null },
})
const { items } = Items.parse(await call('review.list', { request }))
const records = items.map(({ record }) => record)
const AT_ONCE = 1000
for (let at = 0; at < records.length; at += AT_ONCE)
  await call('review.decide', {
    ...{ request, records: records.slice(at, at + AT_ONCE) },
    decision: { outcome: 'release', grounds: [], redactions: [], reason: '' },
  })
for (const [place, word] of ['Maywood', 'closure', 'smoke', 'library', 'council'].entries()) {
  const { rows } = z
    .object({ rows: z.array(z.object({ id: z.number() })) })
    .parse(await call('record.page', { search: `kind:post ${word}`, before: null, limit: place + 1, live: false }))
  const record = rows.at(-1)?.id
  if (record === undefined) continue
  const redactions = [{ field: 'words', words: word, ground }]
  await call('review.decide', {
    request,
    records: [record],
    decision: { outcome: 'redact', grounds: [], redactions, reason: '' },
  })
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}
/** What a key does: decides, and shows what comes next. */
async function key(nth: number): Promise<void> {
  const [record, next] = [records[nth % records.length], records[(nth + 1) % records.length]]
  await call('review.decide', {
    ...{ request, records: [record] },
    decision: { outcome: 'release', grounds: [], redactions: [], reason: '' },
  })
  await Promise.all([
    call('review.show', { request, record }),
    call('record.show', { id: next, opened: false }),
    call('review.show', { request, record: next }),
  ])
}
const words = (times: number[]) => {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(0)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms`
}

console.log(`${records.length} records`)
const alone: number[] = []
for (let nth = 0; nth < 40; nth += 1) alone.push(await timed(() => key(nth)))
console.log(`a key alone                 ${words(alone)}`)
const asked: readonly (readonly [name: string, input: object])[] = [
  ['review.list', { request }],
  ['review.hits', { request }],
  ['review.twins', { request }],
]
for (const [name, input] of asked) {
  const took = [await timed(() => call(name, input)), await timed(() => call(name, input))]
  let under = true
  const beside: number[] = []
  const long = (async () => {
    for (let round = 0; round < 3; round += 1) await call(name, input)
    under = false
  })()
  for (let nth = 0; under && nth < 1000; nth += 1) beside.push(await timed(() => key(nth)))
  await long
  console.log(`${name.padEnd(14)} ${took.map((one) => one.toFixed(0)).join('/')} ms; a key beside it ${words(beside)}`)
}
await archive.close()

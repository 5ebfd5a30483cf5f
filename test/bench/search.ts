// First pages of searches as they are typed, in a vault that is there. Prints one JSON line: { searches, rows, p50, p95 }.
import { z } from 'zod'
import { openBuilt } from './open.ts'

const [vault = ''] = process.argv.slice(2)
const archive = await openBuilt(vault, false)
const context = { command: null, actor: null, signal: new AbortController().signal }
const words = [
  'road',
  'closure',
  'council meeting',
  'biblioteca',
  '道路',
  'storm -wind',
  '"city hall"',
  'before:2015 park',
  'a',
  'smoke has:link',
]
const typed = words.flatMap((word) => Array.from(word, (_, end) => word.slice(0, end + 1)))
const Page = z.object({ rows: z.array(z.unknown()) })
const times: number[] = []
let rows = 0
for (let round = 0; round < 4; round += 1) {
  for (const search of typed) {
    const begin = performance.now()
    const page = Page.parse(
      await archive.call('record.page', { search, before: null, limit: 100, live: true }, context),
    )
    times.push(performance.now() - begin)
    rows += page.rows.length
  }
}
await archive.close()
times.sort((a, b) => a - b)
const at = (part: number) => Number((times[Math.floor(times.length * part)] ?? 0).toFixed(1))
console.log(
  JSON.stringify({
    searches: times.length,
    rows,
    p50: at(0.5),
    p95: at(0.95),
    records: 0,
    seconds: 0,
    rate: 0,
    rssMB: 0,
  }),
)

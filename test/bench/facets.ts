// Facets, bars over time and completions, in a vault that is there. Prints one JSON line: milliseconds by what was asked.
import { z } from 'zod'
import { openBuilt } from './open.ts'

const [vault = ''] = process.argv.slice(2)
const archive = await openBuilt(vault, false)
const context = { command: null, actor: null, signal: new AbortController().signal }
const Total = z.object({ total: z.number() })
const took: Record<string, string> = {}
let records = 0

async function timed(name: string, operation: string, input: unknown): Promise<unknown> {
  const times: number[] = []
  let answer: unknown
  for (let round = 0; round < 3; round += 1) {
    const begin = performance.now()
    answer = await archive.call(operation, input, context)
    times.push(performance.now() - begin)
  }
  took[name] = times.map((time) => time.toFixed(0)).join('/')
  return answer
}

for (const search of ['', 'road', 'road -closure', 'has:photo', 'before:2016', 'storm']) {
  const { total } = Total.parse(await timed(`facets of “${search}”`, 'record.facets', { search, live: true }))
  took[`facets of “${search}”`] += ` ms for ${total}`
  records = Math.max(records, total)
  await timed(`total of “${search}”`, 'record.outline', { search, every: 500, live: true })
}
for (const search of ['account:', 'series:', 'author:', 'kind:p', 'be']) {
  await timed(`completion of “${search}”`, 'record.complete', { search, at: search.length, limit: 12 })
}
await timed('has:place', 'record.page', { search: 'has:place', before: null, limit: 100, live: true })
await archive.close()
console.log(JSON.stringify({ took, records, seconds: 0, rate: 0, rssMB: 0 }))

// A process that reads broken exports one after the other until it is ended. Usage: node --expose-gc reading-process.ts SEED FIRST
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareFuzzer } from './cases.ts'
import { ROUND, type Said, SLOW_MS } from './messages.ts'

const [seed = 1, first = 0] = process.argv.slice(2).map(Number)
const scratch = mkdtempSync(join(tmpdir(), 'muniment-fuzz-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
// Whoever started it is gone.
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))

const say = (said: Said) => void process.send?.(said)
const mega = (bytes: number) => Math.round(bytes / 2 ** 20)

const fuzzer = await prepareFuzzer(scratch)
say({ type: 'ready', seeds: fuzzer.sown.length, platforms: fuzzer.platforms.length })

for (let nth = first; ; ) {
  const sum = { cases: 0, records: 0, findings: 0, recognised: 0, slowestMs: 0 }
  for (; sum.cases < ROUND; nth += 1) {
    say({ type: 'begun', nth })
    const began = process.cpuUsage()
    const { seed: name, breaches, records, findings, recognised } = await fuzzer.run(seed, nth)
    const { user, system } = process.cpuUsage(began)
    const milliseconds = (user + system) / 1000
    const slow = { platform: name, law: 'slow' as const, file: null, what: `${Math.round(milliseconds)} ms` }
    const broken = milliseconds > SLOW_MS ? [...breaches, slow] : breaches
    if (broken.length > 0) say({ type: 'broken', nth, seed: name, breaches: [...broken] })
    sum.cases += 1
    sum.records += records
    sum.findings += findings
    sum.recognised += Number(recognised)
    sum.slowestMs = Math.max(sum.slowestMs, Math.round(milliseconds))
    // Messages leave, and timers run.
    if (sum.cases % 50 === 0) await new Promise((done) => setImmediate(done))
  }
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  say({ type: 'round', next: nth, ...sum, heapMB: mega(heapUsed + external), rssMB: mega(rss) })
}

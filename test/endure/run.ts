// The large ring of tests, for as long as asked: kills at random moments, destructions, redactions, packets with a byte changed, and broken exports for every parser.
// Usage: node test/endure/run.ts [kills] --minutes N [--kills N]
//        node test/endure/run.ts disposition [--steps N] [--length N] [--seed N] [--processes N] [--kills N] [--minutes N]
//        node test/endure/run.ts mutants [--guard WORDS]
//        node test/endure/run.ts redactions [--count N] [--minutes N] [--seed N] [--first PACKET]
//        node test/endure/run.ts tamper [--changes N] [--seed N]
//        node test/endure/run.ts captures [--count N] [--seed N]
//        node test/endure/run.ts sizes
//        node test/endure/run.ts pages [--count N]
//        node test/endure/run.ts readers [--packages FOLDER]
//        node test/endure/run.ts servers [--histories N] [--seed N]
//        node test/endure/run.ts fuzz|fuzz-imports --seconds N [--seed N] [--first CASE]
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { endureCaptures } from './captures.ts'
import { endureDestructions } from './destructions.ts'
import { endureGames } from './disposition-games.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { endureKills } from './kills.ts'
import { endureMutants } from './mutants/run.ts'
import { endurePages } from './pages.ts'
import { endureReaders } from './readers.ts'
import { endureRedactions } from './redactions.ts'
import { endureServers } from './servers.ts'
import { endureSizes } from './sizes.ts'
import { endureTampering } from './tamper.ts'

const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  options: {
    minutes: text,
    kills: text,
    seconds: text,
    seed: text,
    first: text,
    changes: text,
    count: text,
    histories: text,
    guard: text,
    steps: text,
    length: text,
    processes: text,
    packages: text,
  },
  allowPositionals: true,
})
const report = (line: string) => console.log(line)
const minutes = Number(values.minutes ?? 10)
const [what = 'kills'] = positionals

if (what === 'fuzz' || what === 'fuzz-imports') {
  const seconds = Number(values.seconds ?? minutes * 60)
  const out = resolve(import.meta.dirname, '../../out/fuzz')
  const [seed, first] = [Number(values.seed ?? 1), Number(values.first ?? 0)]
  const of = what === 'fuzz' ? 'parsers' : 'imports'
  const broken = await fuzz({ seconds, seed, first, what: of, out, report })
  process.exitCode = broken > 0 ? 1 : 0
} else if (what === 'redactions') {
  const count = Number(values.count ?? 10_000)
  const limit = Number(values.minutes ?? (values.count === undefined ? 10 : 600))
  const [seed, first] = [Number(values.seed ?? 1), Number(values.first ?? 1)]
  const leaked = await endureRedactions({ count, minutes: limit, seed, first, report })
  process.exitCode = leaked > 0 ? 1 : 0
} else if (what === 'servers') {
  process.exitCode = endureServers(Number(values.histories ?? 300), Number(values.seed ?? 1))
} else if (what === 'disposition') {
  const processes = values.processes === undefined ? {} : { processes: Number(values.processes) }
  const [steps, length] = [Number(values.steps ?? 1_000_000), Number(values.length ?? 1500)]
  const games =
    steps === 0 ? 0 : await endureGames({ steps, length, seed: Number(values.seed ?? 1), ...processes, report })
  const kills = Number(values.kills ?? 100)
  const failed = games + (kills === 0 ? 0 : await endureDestructions({ minutes, kills, report }))
  process.exitCode = failed > 0 ? 1 : 0
} else if (what === 'mutants') {
  process.exitCode = (await endureMutants(values.guard ?? '', report)) > 0 ? 1 : 0
} else if (what === 'captures') {
  const wrong = await endureCaptures(Number(values.count ?? 1000), Number(values.seed ?? 1), report)
  process.exitCode = wrong + (await endureSizes(report)) > 0 ? 1 : 0
} else if (what === 'sizes') {
  process.exitCode = (await endureSizes(report)) > 0 ? 1 : 0
} else if (what === 'pages') {
  process.exitCode = (await endurePages(Number(values.count ?? 1000), report)) > 0 ? 1 : 0
} else if (what === 'readers') {
  process.exitCode = (await endureReaders(values.packages ?? null, report)) > 0 ? 1 : 0
} else if (what === 'tamper') {
  const missed = await endureTampering(Number(values.changes ?? 1000), Number(values.seed ?? 1), report)
  process.exitCode = missed > 0 ? 1 : 0
} else {
  const failed = await endureKills({ minutes, kills: Number(values.kills ?? 50), report })
  process.exitCode = failed > 0 ? 1 : 0
}

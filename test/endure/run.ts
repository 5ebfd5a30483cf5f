// The large ring of tests: kills at random moments, for as long as asked. Usage: node test/endure/run.ts --minutes N [--kills N]
import { parseArgs } from 'node:util'
import { endureKills } from './kills.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string' }, kills: { type: 'string' } } })
const minutes = Number(values.minutes ?? 10)
const kills = Number(values.kills ?? 50)
const failed = await endureKills({ minutes, kills, report: (line) => console.log(line) })
process.exitCode = failed > 0 ? 1 : 0

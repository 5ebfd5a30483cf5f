// Measures. Usage: node test/bench/run.ts [COUNT [FLOOR]]             a million tweets, and searches in them
//        node test/bench/run.ts platforms [COUNT [FLOOR [PLATFORM]]]   the rate of each platform, or of one
//        node test/bench/run.ts execution [RECORDS]          an approved plan carried out
//        node test/bench/run.ts plan                         a plan over the million tweets
//        node test/bench/run.ts packet [RECORDS [PHOTOS]]    a packet beside plain pdfkit, and its front page in Chromium
//        node test/bench/run.ts pages [PAGES]                pages captured, beside a bare load of them
//        node test/bench/run.ts memory [MB…]                 memory by the size of the archive
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchCapturePages } from './capture-pages.ts'
import { benchExecution } from './execution.ts'
import { benchMemory } from './memory.ts'
import { benchPacket } from './packet.ts'
import { benchPlan } from './plan.ts'
import { benchPlatforms } from './platforms.ts'
import { benchTweets } from './tweets.ts'

const folder = join(tmpdir(), 'muniment-bench')
const [what = '', ...rest] = process.argv.slice(2)

if (what === 'platforms') await benchPlatforms(folder, Number(rest[0] ?? 50_000), rest[1], rest[2])
else if (what === 'execution') await benchExecution(folder, Number(rest[0] ?? 20_000))
else if (what === 'plan') await benchPlan(folder)
else if (what === 'packet') await benchPacket(folder, Number(rest[0] ?? 10_000), Number(rest[1] ?? 2000))
else if (what === 'pages') await benchCapturePages(Number(rest[0] ?? 1000))
else if (what === 'memory') await benchMemory(folder, rest.length > 0 ? rest.map(Number) : [10, 100, 1000, 4000])
else await benchTweets(folder, Number(what || 1_000_000), rest[0])

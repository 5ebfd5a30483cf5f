// A million tweets, end to end, beside the floor in the same run: records a second, their ratio, and peak memory.
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { millionTweets } from '../fixtures/x/million.ts'

const root = resolve(import.meta.dirname, '../..')
const count = Number(process.argv[2] ?? 1_000_000)
const floorScript = process.argv[3] ?? resolve(root, '../shared/probes/floor.mjs')
const folder = join(tmpdir(), 'muniment-bench')
const archive = join(folder, `twitter-${count}.zip`)

interface Figures {
  readonly records: number
  readonly seconds: number
  readonly rate: number
  readonly rssMB: number
}

/** Runs a script in a process of its own, so that its memory is its own; its last line is JSON. */
function measure(script: string, ...args: string[]): Promise<Figures & Record<string, unknown>> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.once('exit', (code) => {
      if (code === 0) done(JSON.parse(out.trim().split('\n').at(-1) ?? '{}'))
      else failed(new Error(`${script} ended with ${code}`))
    })
  })
}

mkdirSync(folder, { recursive: true })
if (!existsSync(archive)) {
  console.log(`Making an X export of ${count.toLocaleString('en-US')} tweets …`)
  await millionTweets(archive, count)
}
console.log(`Archive: ${(statSync(archive).size / 2 ** 20).toFixed(0)} MB`)
// A copy, unchanged, where its packages can be found.
const floorCopy = resolve(root, 'out/bench/floor.mjs')
if (existsSync(floorScript)) {
  mkdirSync(resolve(root, 'out/bench'), { recursive: true })
  copyFileSync(floorScript, floorCopy)
}
const floor = existsSync(floorScript) ? await measure(floorCopy, archive) : null
if (floor)
  console.log(
    `floor      ${floor.rate.toLocaleString('en-US')} records/s, ${floor.seconds.toFixed(1)} s, ${floor.rssMB} MB`,
  )
else console.log('The floor script is not at hand; only Muniment is measured.')
const vault = join(folder, 'bench.muniment')
rmSync(vault, { recursive: true, force: true })
const own = await measure(join(import.meta.dirname, 'import.ts'), archive, vault)
console.log(`Muniment   ${own.rate.toLocaleString('en-US')} records/s, ${own.seconds.toFixed(1)} s, ${own.rssMB} MB`)
if (floor) console.log(`ratio      ${(own.rate / floor.rate).toFixed(2)} of the floor's rate`)
const search = await measure(join(import.meta.dirname, 'search.ts'), vault)
console.log(
  `search     first page p50 ${search.p50} ms, p95 ${search.p95} ms over ${search.searches} searches of ${search.rows} rows`,
)

// A million tweets, end to end, beside the floor in the same run: records a second, their ratio, and peak memory.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { millionTweets } from '../fixtures/x/million.ts'
import { lineOf, measure, measureFloor } from './measure.ts'

/** @param folder keeps the archive and the vault for a later run */
export async function benchTweets(folder: string, count: number, floorScript: string | undefined): Promise<void> {
  const archive = join(folder, `twitter-${count}.zip`)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(archive)) {
    console.log(`Making an X export of ${count.toLocaleString('en-US')} tweets …`)
    await millionTweets(archive, count)
  }
  console.log(`Archive: ${(statSync(archive).size / 2 ** 20).toFixed(0)} MB`)
  const floor = await measureFloor(archive, floorScript)
  const vault = join(folder, 'bench.muniment')
  rmSync(vault, { recursive: true, force: true })
  const own = await measure(join(import.meta.dirname, 'import.ts'), archive, vault)
  console.log(`Muniment   ${lineOf(own)}`)
  if (floor) console.log(`ratio      ${(own.rate / floor.rate).toFixed(2)} of the floor's rate`)
  const search = await measure(join(import.meta.dirname, 'search.ts'), vault)
  console.log(
    `search     first page p50 ${search.p50} ms, p95 ${search.p95} ms over ${search.searches} searches of ${search.rows} rows`,
  )
}

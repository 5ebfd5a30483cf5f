// The rate of an import of each platform, beside the floor in the same run.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { largeExports, writeLarge } from '../fixtures/large.ts'
import { millionTweets } from '../fixtures/x/million.ts'
import { lineOf, measure, measureFloor } from './measure.ts'

/** Prints a line a platform, or for one alone; each export holds `count` items, or fewer where it says so. */
export async function benchPlatforms(
  folder: string,
  count: number,
  floorScript?: string,
  only?: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const archive = join(folder, 'platform.zip')
  const vault = join(folder, 'platform.muniment')
  const one = async (name: string, items: number, write: () => Promise<void>, rate: number | null) => {
    for (const path of [archive, vault]) rmSync(path, { recursive: true, force: true })
    await write()
    const own = await measure(join(import.meta.dirname, 'import.ts'), archive, vault)
    const ratio = rate === null ? '' : `, ${(own.rate / rate).toFixed(2)} of the floor's rate`
    const fewer = items < count ? `, of ${items.toLocaleString('en-US')} items` : ''
    const short = own.records < items ? `, ONLY ${own.records} RECORDS` : ''
    console.log(`${name.padEnd(11)}${lineOf(own)}${ratio}${fewer}${short}`)
  }
  const tweets = () => millionTweets(archive, count)
  console.log(`${count.toLocaleString('en-US')} items each`)
  await tweets()
  const floor = await measureFloor(archive, floorScript)
  const rate = floor?.rate ?? null
  if (only === undefined) await one('x', count, tweets, rate)
  for (const made of largeExports) {
    if (only !== undefined && only !== made.platform) continue
    const items = Math.min(count, made.most ?? count)
    await one(made.platform, items, () => writeLarge(archive, made, items), rate)
  }
  for (const path of [archive, vault]) rmSync(path, { recursive: true, force: true })
}

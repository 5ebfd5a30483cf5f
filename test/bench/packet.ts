// A packet of many records and photos: pages a second beside plain pdfkit in the same run, memory, size, and how its front page opens and scrolls.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { accountFiles } from '../fixtures/x/account-files.ts'
import { plainStyle } from '../fixtures/x/archive.ts'
import { postMaker } from '../fixtures/x/city-posts.ts'
import { writeExport } from '../fixtures/x/export.ts'
import { photoMedium } from '../fixtures/x/medium.ts'
import { seededRandom } from '../fixtures/x/random.ts'
import { writePost } from '../fixtures/x/texts/write.ts'
import { at } from '../fixtures/x/time.ts'
import { measure } from './measure.ts'
import { measureFront } from './packet-front.ts'

const made = at('2026-08-01T12:00:00.000Z')

/** @param records how many, @param photos one each, of the first so many records */
export async function benchPacket(folder: string, records: number, photos: number): Promise<void> {
  const own = join(folder, `packet-${records}-${photos}`)
  rmSync(own, { recursive: true, force: true })
  mkdirSync(own, { recursive: true })
  const random = seededRandom(1)
  const maker = postMaker(random.fork('ids'))
  const posts = []
  for (let nth = 0; nth < records; nth += 1) {
    const time = at('2019-01-01T00:00:00Z') + nth * 3_600_000
    const media = nth < photos ? [await photoMedium('roads', random)] : []
    posts.push(maker.post(time, `${writePost('en', time, random, 'roads').text} No. ${nth}`, 'en', { media }))
  }
  const plan = {
    generatedAt: made,
    posts,
    conversations: [],
    liked: [],
    accountFiles: accountFiles(random.fork('account'), made),
    threads: [],
  }
  const manner = {
    ...plainStyle,
    era: 'current',
    parts: 1,
    wrapped: true,
    manifest: 'present',
    semicolon: false,
    bom: false,
    folder: '',
    duplicates: false,
  } as const
  const { path } = await writeExport(own, plan, manner, [])
  const script = (name: string) => join(import.meta.dirname, name)
  const packet = join(own, 'packet.zip')
  const built = await measure(script('packet-build.ts'), path, join(own, 'City.muniment'), packet)
  const plain = await measure(script('packet-plain.ts'), path, join(own, 'plain.pdf'))
  const size = (file: string) => `${(statSync(file).size / 1e6).toFixed(0)} MB`
  const pages = Number(built.pages)
  console.log(
    `packet     ${built.records} records, ${pages} pages in ${built.seconds.toFixed(1)} s (frozen ${built.frozen} s, built ${built.built} s): ${(pages / built.seconds).toFixed(0)} pages/s, ${built.rssMB} MB, ${size(packet)}`,
  )
  console.log(
    `pdfkit     ${plain.records} records, ${plain.pages} pages in ${plain.seconds.toFixed(1)} s: ${(Number(plain.pages) / plain.seconds).toFixed(0)} pages/s, ${plain.rssMB} MB, ${size(join(own, 'plain.pdf'))}`,
  )
  const unpacked = join(own, 'unpacked')
  execFileSync('unzip', ['-q', packet, '-d', unpacked])
  console.log(await measureFront(unpacked))
  rmSync(own, { recursive: true, force: true })
}

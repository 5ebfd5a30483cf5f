// The same production gives the same bytes wherever it is built: two processes in other zones and locales, and the one that built it first.
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, expect, it } from 'vitest'
import { munimentIn } from '../../support/command-line.ts'
import { asked, closeReviews, posts, privacy, redact, released } from '../../support/reviewed.ts'

afterAll(closeReviews)

const texts = [
  'ISTANBUL İstanbul ıssız: Muhtar Ayşe Yılmaz called about the fence',
  'Straße, Ärger, Öl; zebra, Zebra, äpfel',
  '道路は閉鎖中です 👩‍👩‍👧 🏳️‍🌈 ภาษาไทย',
  'الطريق مغلق حتى يوم الاثنين',
  'The officer on leave is Quokkason, for a medical reason',
  // A word of the format of workbooks, too, which says it in every packet.
  'The worksheet was handed in',
]
const PLACES = [
  { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
  { TZ: 'America/St_Johns', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8', LANGUAGE: 'sv' },
] as const

it('is built to the same bytes in two zones and locales, by processes of their own', async () => {
  const review = await asked((folder) => posts(folder, 'x.zip', texts))
  const { vault, folder, find, decide, sign, build } = review
  await redact(review, await find('fence'), 'Ayşe Yılmaz')
  await redact(review, await find('handed'), 'worksheet')
  await decide(await find('officer'), {
    ...{ outcome: 'withhold', grounds: [{ ...privacy, describes: 'Medical leave' }], redactions: [], reason: '' },
  })
  for (const words of ['zebra', '道路', 'الطريق']) await decide(await find(words), released)
  await sign()
  expect((await build({ concordance: true })).problem).toBeNull()
  const first = readFileSync(join(folder, 'packet.zip'))

  const said = PLACES.map((place) => {
    const look = 'const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions(); console.log(timeZone, locale)'
    return execFileSync(process.execPath, ['--eval', look], { env: { ...process.env, ...place }, encoding: 'utf8' })
  })
  expect(said).toEqual(['Asia/Katmandu tr-TR\n', 'America/St_Johns sv-SE\n'])
  for (const [number, place] of PLACES.entries()) {
    const copy = join(folder, `copy-${number}.muniment`)
    cpSync(vault.folder, copy, { recursive: true })
    forgetPacket(copy)
    const out = `packet-${number}.zip`
    const building = ['26-0042', '--load-file', '--out', out, '--vault', copy, '--as', 'clerk', '--json']
    const built = await munimentIn(place, folder, 'packet', 'build', ...building)
    expect(built).toMatchObject({ code: 0 })
    expect(JSON.parse(built.out)).toMatchObject({ production: 1 })
    expect(readFileSync(join(folder, out)).equals(first)).toBe(true)
  }
})

/** As where the computer stopped after the production was frozen and before its packet was finished. */
function forgetPacket(vault: string): void {
  const db = new Database(join(vault, 'catalog.sqlite'))
  db.exec('UPDATE production SET packet_digest = NULL, packet_name = NULL, packet_size = NULL')
  for (const table of ['production_seal', 'production_pages']) db.exec(`DELETE FROM ${table}`)
  db.close()
}

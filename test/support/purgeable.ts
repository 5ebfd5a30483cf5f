// A real archive with an X export of old posts, a schedule that lets them go, and a plan drawn up; its offices can approve it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { purgeApprove } from '../../shared/contract/approval.ts'
import { intakeImport } from '../../shared/contract/intake.ts'
import { personAdd } from '../../shared/contract/people.ts'
import { type PlanSummary, purgePlan } from '../../shared/contract/purge.ts'
import { seriesAnswer } from '../../shared/contract/retention.ts'
import { classifySearch, scheduleImport } from '../../shared/contract/schedule.ts'
import { approvalWords, usualOffice } from '../../shared/domain/disposition/approval.ts'
import { alderBayLegend } from '../fixtures/schedule/build.ts'
import { flaggedLayout, layoutCsv } from '../fixtures/schedule/layouts.ts'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import type { TestArchive } from './archive.ts'
import { xFiles } from './x-files.ts'

/** What is asked of an archive here. */
export type Purgeable = Pick<TestArchive, 'call' | 'run' | 'account'> & {
  readonly archive: Pick<TestArchive['archive'], 'grant'>
}

/** The series that the posts are put in. */
export const POSTS = 'communications/social-media-posts-and-replies'
const list = { name: 'list.csv', csv: 'Number\n' }
const page = { name: 'signed.pdf', bytes: Buffer.from('%PDF-1.7 a signed page').toString('base64') }

/** Words of a post that are those of no other. */
export function distinctive(number: number): string {
  return `Quetzalcoatlus${number} rode the ${number}th tram to Fruitvale, said witness ${(number * 7919) % 100_003}`
}

/** Imports posts of 2013, each with a picture of its own where asked for; classifies them. */
export async function importPosts(
  vault: Purgeable,
  folder: string,
  numbers: readonly number[],
  pictures = false,
  besides: readonly { readonly name: string; readonly data: Buffer }[] = [],
): Promise<void> {
  const posts = numbers.map((number) => oldPost(number, pictures))
  const files = Object.entries(xFiles(posts)).map(([name, data]) => ({ name, data, method: 8 }))
  const media = pictures
    ? numbers.map((number) => ({
        name: `data/tweets_media/${1000 + number}-pic${number}.jpg`,
        data: picture(number),
        method: 0,
      }))
    : []
  const path = join(folder, `export-${numbers[0]}.zip`)
  writeFileSync(path, rawZip([...files, ...media, ...besides.map((one) => ({ ...one, method: 8 as const }))]))
  const sources = [vault.archive.grant(path, 'read').grant]
  await vault.run(intakeImport, { sources, account: vault.account, platform: null })
}

/** The schedule in force, every post in its series, and the two others of the register. */
export async function putInSeries(vault: Purgeable): Promise<void> {
  await adopt(vault)
  await vault.run(classifySearch, { search: 'kind:post', series: POSTS, reason: 'posts' })
  await vault.call(personAdd, { id: 'dana', name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' })
  await vault.call(personAdd, { id: 'lee', name: 'Lee Park', title: 'Director', role: 'department-head' })
}

/** The schedule in force, and what its series of posts can hold. */
export async function adopt(vault: Purgeable): Promise<void> {
  const schedule = {
    ...{
      fileName: 'schedule.csv',
      csv: layoutCsv(flaggedLayout()),
      name: 'Alder Bay schedule',
      legend: alderBayLegend(),
    },
    ...{
      resolution: 'Resolution 24-031',
      adoptedOn: '2009-12-01',
      effectiveFrom: '2010-01-01',
      fiscalYearEnd: '06-30',
    },
  }
  await vault.call(scheduleImport, schedule)
  await vault.call(seriesAnswer, { series: [POSTS], kinds: [], basis: 'read' })
}

/** The day of an archive whose clock stands still, as those of tests do. */
const DAY = '2026-11-23'

/** Draws a plan up, as of the archive's own day. @param today that day, where its clock runs */
export function drawPlan(vault: Pick<Purgeable, 'run'>, today = DAY): Promise<PlanSummary> {
  const to = { plan: null, pdf: null, csv: null }
  return vault.run(purgePlan, { asOf: today, openRequests: list, claims: list, to })
}

/** Records the signed pages of the whole chain. @param today the archive's own day, where its clock runs */
export async function approveByPages(vault: Pick<Purgeable, 'call'>, plan: PlanSummary, today = DAY): Promise<void> {
  for (const role of usualOffice.chain) {
    const by = { way: 'attached', document: page } as const
    const name = `The ${approvalWords[role].office}`
    await vault.call(purgeApprove, { plan: plan.id, role, name, signedOn: today, by })
  }
}

function oldPost(number: number, pictured: boolean) {
  const day = String((number % 27) + 1).padStart(2, '0')
  const media = [
    {
      ...{ id_str: String(5000 + number), type: 'photo', url: 'https://t.co/x', expanded_url: 'https://x.com/1' },
      media_url_https: `https://pbs.twimg.com/media/pic${number}.jpg`,
      media_url: `http://pbs.twimg.com/media/pic${number}.jpg`,
    },
  ]
  const tweet = {
    id_str: String(1000 + number),
    full_text: distinctive(number),
    created_at: `Tue Mar ${day} 12:35:53 +0000 2013`,
    ...(pictured ? { entities: { media }, extended_entities: { media } } : {}),
  }
  return { tweet }
}

/** Bytes that begin as a photo does and are those of no other. */
export function picture(number: number): Buffer {
  const body = Buffer.alloc(900)
  for (let at = 0; at < body.length; at += 4) body.writeUInt32LE(Math.imul(number * 2654435761 + at, 40503) >>> 0, at)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), deflateRawSync(body), body])
}

// The real app on a request with a film, an account that nobody exported, an attorney, and a schedule that is silent on social media.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accountAdd, personAdd } from '../../../shared/contract/people.ts'
import { searchSave } from '../../../shared/contract/request-search.ts'
import { scheduleImport } from '../../../shared/contract/schedule.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { alderBayLegend } from '../../fixtures/schedule/build.ts'
import type { TestArchive } from '../../support/archive.ts'
import { withFile } from '../../support/with-file.ts'
import { openRequest } from './request-room.ts'

export const id = RequestId.parse('26-0500')
export const resident = 'Maywood Lopez'
const texts = [`Thanks to ${resident} of 12 Fir Street`, 'The pothole is filled', 'The library opens']
const options = '-loglevel error -y -c:v libx264 -pix_fmt yuv420p -c:a aac'.split(' ')

/** Makes a film with a test picture and a tone. Returns its path. */
export function filmed(folder: string, name: string, seconds: number): string {
  const path = join(folder, name)
  const sources = [`testsrc=s=320x180:r=10:d=${seconds}`, `sine=440:d=${seconds}`]
  execFileSync('ffmpeg', [...sources.flatMap((source) => ['-f', 'lavfi', '-i', source]), ...options, path])
  return path
}

/** Opens it on the page of the request. */
export async function openDisclosure(folder: string): ReturnType<typeof openRequest> {
  const film = readFileSync(filmed(folder, 'film.mp4', 4))
  return openRequest(folder, { id, archive: await withFile(folder, film, texts, 'video'), also: surroundings })
}

async function surroundings(made: TestArchive): Promise<void> {
  const parks = { handle: 'AlderBayParks', name: 'Parks', department: 'Parks', liaison: 'L. Ito', nativeId: null }
  await made.call(accountAdd, { ...parks, platform: PlatformName.parse('x') })
  const everywhere = { search: 'kind:post', accounts: [], from: null, to: null, kinds: [], families: [] }
  await made.call(searchSave, { request: id, searches: [everywhere], seen: null })
  await made.call(personAdd, { id: 'dana', name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' })
  const csv = 'Series code,Title,Retention\nADM,Administrative files,CU+2\n'
  const days = { adoptedOn: LocalDate.parse('2009-12-01'), effectiveFrom: LocalDate.parse('2010-01-01') }
  const authority = { name: 'Schedule', resolution: 'Resolution 24-031', fiscalYearEnd: '06-30', ...days }
  await made.call(scheduleImport, { fileName: 'schedule.csv', csv, legend: alderBayLegend(), ...authority })
}

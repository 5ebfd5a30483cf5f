// A list that is handed out runs nothing in a spreadsheet and tells of each record what the room shows.
import { expect, test } from 'vitest'
import { listingCsv } from '../../electron/core/disclosure/listing/listing-csv.ts'
import { AccountId, RecordId } from '../../shared/domain/id.ts'
import { Instant } from '../../shared/domain/time.ts'

test('a record is one line; what a spreadsheet would run stands behind an apostrophe', async () => {
  const record = {
    id: RecordId.parse(-7),
    account: AccountId.parse(1),
    platform: 'x',
    handle: 'AlderBayCity',
    kind: 'post' as const,
    at: Instant.parse(Date.UTC(2024, 2, 10, 12)),
    author: '@mayor',
    text: '=HYPERLINK("https://e.example")\nsecond line',
    state: 'deleted' as const,
    versions: 2,
    media: 1,
    series: '-704',
    nativeId: '12',
    locked: null,
  }
  async function* one() {
    yield record
  }
  const listed = async (practice: boolean) => {
    const lines: string[] = []
    for await (const line of listingCsv(one(), { zone: 'America/Los_Angeles', practice })) lines.push(line)
    return lines
  }
  expect(await listed(false)).toEqual([
    '\uFEFFRecord,Made (City),Made (UTC),Platform,Account,Author,Kind,State on the platform,Series,Media,Versions,Platform id,Text\r\n',
    `-7,2024-03-10T05:00:00-07:00,2024-03-10T12:00:00.000Z,x,AlderBayCity,'@mayor,post,deleted,'-704,1,2,12,"'=HYPERLINK(""https://e.example"")\nsecond line"\r\n`,
  ])
  expect((await listed(true)).map((line) => line.split(',').slice(0, 3))).toEqual([
    ['\uFEFFTRAINING', 'Record', 'Made (City)'],
    ['practice vault: no record', '-7', '2024-03-10T05:00:00-07:00'],
  ])
})

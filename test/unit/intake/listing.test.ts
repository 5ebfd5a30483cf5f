// A list that is handed out runs nothing in a spreadsheet and tells of each record what the room shows.
import { expect, test } from 'vitest'
import { listingCsv } from '../../../electron/core/disclosure/listing/listing-csv.ts'
import { AccountId, RecordId } from '../../../shared/domain/id.ts'
import { RecordColumn } from '../../../shared/domain/record/record-list.ts'
import { Instant } from '../../../shared/domain/time.ts'

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
    unshown: 'gone' as const,
    versions: 2,
    media: 1,
    series: '-704',
    nativeId: '12',
    locked: null,
    words: ['line'],
    restricted: null,
  }
  async function* one() {
    yield record
  }
  const lines = async (columns: readonly RecordColumn[], practice = false) => {
    const lines: string[] = []
    for await (const line of listingCsv(one(), { zone: 'America/Los_Angeles', practice }, columns)) lines.push(line)
    return lines
  }
  expect(await lines(RecordColumn.options)).toEqual([
    '\uFEFFMade (City),Made (UTC),Platform,Account,Author,Kind,Text,Found words,Record,Platform id,Media,Versions,State on the platform,Series\r\n',
    `2024-03-10T05:00:00-07:00,2024-03-10T12:00:00.000Z,X,AlderBayCity,'@mayor,Post,"'=HYPERLINK(""https://e.example"")\nsecond line",line,-7,12,1,2,Deleted,'-704\r\n`,
  ])
  expect(await lines(['number', 'kind'])).toEqual(['\uFEFFRecord,Kind\r\n', '-7,Post\r\n'])
  expect(await lines(['number', 'kind'], true)).toEqual([
    '\uFEFFTRAINING,Record,Kind\r\n',
    'practice vault: no record,-7,Post\r\n',
  ])
})

// What a clerk can rely on when a LocalWiki or its forerunner Sycamore is read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import localwiki from '../../../electron/core/intake/platforms/localwiki/platform.ts'
import * as built from '../../fixtures/localwiki.ts'
import { countKinds, type ReadExport, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')
const brief = ({ records }: ReadExport) =>
  records.map(({ kind, nativeId, atSource, author, state }) => [kind, nativeId, atSource, author, state])
const contents = ({ records }: ReadExport, id: string) =>
  records.filter(({ nativeId }) => nativeId === id).map(({ content }) => JSON.stringify(content))

describe('the API', () => {
  test('every entry of a history is a version, oldest first; the page as it stands is its newest, and no page is deleted that came back', async () => {
    const read = await readFiles(localwiki, built.apiFour)
    expect(brief(read)).toEqual([
      ['page', '340/lake park', '2022-06-07T10:00:00', 'clerk', 'live'],
      ['page', '340/back', '2022-06-08T10:00:00', 'clerk', 'live'],
      ['page', '340/back', '2022-06-09T10:00:00', '', 'live'],
      ['page', '340/lake park', '2022-06-10T11:42:03.406', 'clerk', 'live'],
      ['file', '340/lake park/_files/map of park.png', null, '', 'live'],
      ['other', 'map of 340/lake park', null, '', 'live'],
      ['page', '340/lake park', null, '', 'live'],
      ['page', '340/back', null, '', 'live'],
      ['other', 'redirect 340/the park', null, '', 'live'],
    ])
    const [first, newest, asItStands] = contents(read, '340/lake park')
    expect([first === newest, newest === asItStands]).toEqual([false, true])
    expect(read.items.map(({ position }) => position)).toEqual([0, 1, 2, 3, 0, 0, 0, 1, 0])
  })

  test('words, links, pictures, tags and places are there; no address of a computer is', async () => {
    const read = await readFiles(localwiki, built.apiFour)
    expect(read.records[3]).toMatchObject({
      text: 'Lake Park\nOpen daily, see the hall.',
      links: [{ shown: 'the hall', target: 'Town Hall' }],
      sourceZone: 'unknown',
      details: { change: 'updated', comment: 'Hours', region: 'Alder Bay' },
      media: [{ role: 'photo', names: ['files/map of park.png'], alt: 'Map' }],
    })
    expect(read.records[5]).toMatchObject({
      parentNativeId: '340/lake park',
      details: { geometry: [{ type: 'MultiPoint', coordinates: [[-122.26, 37.8]] }] },
    })
    expect(JSON.stringify(read.records)).not.toContain('192.0.2')
    expect(read.recognition).toMatchObject({ confidence: 0.99, ownerHandle: 'alderbay', layout: 'api v4' })
  })

  test('version 1 tells times by its site’s clock, and that its list goes on elsewhere', async () => {
    const read = await readFiles(localwiki, built.apiOne)
    expect(read.records.map(({ kind, nativeId, at, sourceZone }) => [kind, nativeId, at, sourceZone])).toEqual([
      ['page', 'front page', Date.UTC(2013, 6, 29, 2, 7, 18, 287), '-05:00'],
      ['page', 'alone', null, null],
      ['other', 'tags of front page', null, null],
      ['page', 'front page', null, null],
    ])
    expect(read.plan.findings.map(({ code, file }) => [code, file])).toEqual([['list-goes-on', 'page.json']])
    expect(read.plan.files.map(({ name, claimed, use }) => [name, claimed, use])).toEqual([
      ['site.json', null, 'unread'],
      ['page_version.json', 1, 'records'],
      ['one.json', null, 'records'],
      ['page_tags.json', 1, 'records'],
      ['page.json', null, 'records'],
    ])
  })

  test('a damaged answer is named, what stands before the damage and the other files are read', async () => {
    const read = await readFiles(localwiki, {
      ...built.apiFour,
      'dump/pages_history.json': built.apiFour['dump/pages_history.json'].slice(0, -260),
      'dump/odd.json':
        '{"count":2,"next":null,"previous":null,"results":[{"url":"https://wiki.example/api/v4/pages/9/","name":"N","slug":"n","content":null},7]}',
    })
    expect([...read.damaged.keys()]).toEqual(['pages_history.json'])
    expect([countKinds(read.records), read.itemsOf('odd.json').map(({ outcome }) => outcome.type)]).toEqual([
      { page: 6, file: 1, other: 2 },
      ['record', 'failed'],
    ])
  })
})

describe('Sycamore', () => {
  test('versions oldest first with the newest as the page, files, events, points, in spite of the writer’s bugs', async () => {
    const read = await readFiles(localwiki, built.sycamore)
    expect(brief(read)).toEqual([
      ['page', 'alder/front page', '1100000100.0', 'clerk', 'live'],
      ['page', 'alder/front page', '1100000200.0', '', 'live'],
      ['page', 'alder/front page', '1100000300.0', 'clerk', 'live'],
      ['page', 'alder/front page', null, 'clerk', 'live'],
      ['page', 'alder/gone', '1100000400.0', 'clerk', 'deleted'],
      ['page', 'alder/gone', null, 'clerk', 'deleted'],
      ['file', 'alder/front page/_files/logo.gif 1100000001.0', '1100000001.0', 'clerk', 'live'],
      ['file', 'alder/front page/_files/old.gif 1100000002.0', '1100000002.0', 'clerk', 'deleted'],
      ['event', 'alder event 1100000002.0 Meeting', '1100000002.0', 'clerk', 'live'],
      ['other', 'alder point front page 1100000003.0 37.8 -122.2', '1100000003.0', 'clerk', 'live'],
    ])
    const [, , newest, asItStands] = contents(read, 'alder/front page')
    expect(newest).toBe(asItStands)
    expect(read.records[8]).toMatchObject({
      text: 'Meeting\nFish & chips, bring friends',
      details: { place: 'City Hall' },
    })
    expect(read.records[2]).toMatchObject({
      links: [{ shown: 'the town', target: 'http://town.example' }],
      details: { embedded: ['logo.gif'], comment: 'more' },
    })
    expect(read.records[7]?.details).toMatchObject({ page: 'front page', deletedBy: 'clerk', size: 6 })
    expect(JSON.stringify(read.records)).not.toContain('192.0.2')
    expect(read.recognition).toMatchObject({ confidence: 0.97, ownerHandle: 'alder', ownerName: 'Alder Wiki' })
  })

  test('a document cut off in the middle gives what stands before', async () => {
    const xml = built.sycamore['export.xml']
    const read = await readFiles(localwiki, { 'export.xml': xml.slice(0, xml.indexOf('<files>') + 60) })
    expect(countKinds(read.records)).toMatchObject({ page: 6 })
  })
})

describe.skipIf(!existsSync(samples))('real structures give as many records as their files hold', () => {
  test('the API’s answers and the export made from the format reference', async () => {
    const one = await readPaths(localwiki, [join(samples, 'localwiki/openseattle__localwiki_client')])
    const four = await readPaths(localwiki, [join(samples, 'localwiki/localwiki.org__api-v4-public')])
    const old = await readPaths(localwiki, [join(samples, 'made-from-the-format-reference/localwiki-sycamore')])
    // Counted over the raw files by a script in Python: objects of each form, in lists and alone.
    expect([one, four, old].map(({ records }) => countKinds(records))).toEqual([
      { page: 152, file: 2, other: 11 },
      { page: 2, other: 1 },
      { page: 2, file: 1, event: 1 },
    ])
    expect([one, four, old].map(({ recognition }) => (recognition?.confidence ?? 0) >= 0.9)).toEqual([true, true, true])
  })
})

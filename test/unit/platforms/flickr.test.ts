// What a clerk can rely on when an export of Flickr is read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import flickr from '../../../electron/core/intake/platforms/flickr/platform.ts'
import * as built from '../../fixtures/flickr.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')

test('every picture, film, comment, album, favourite, letter, discussion and testimonial is a record; files are found by number', async () => {
  const read = await readFiles(flickr, built.flickr)
  expect(
    read.records.map(({ kind, nativeId, author, text, parentNativeId, media }) => [
      kind,
      nativeId,
      author,
      text,
      parentNativeId,
      media.flatMap(({ names }) => names),
    ]),
  ).toEqual([
    ['profile', '11111111@N00', 'alderbay', 'City of Alder Bay\nPictures of the city', null, []],
    ['review', 'about friend @ 2016-02-20T14:45:00', 'alderbay', 'Good', null, []],
    ['review', 'by neighbor @ 2016-02-21T14:45:00', 'neighbor', 'Kind', null, []],
    ['album', 'album 7001', 'alderbay', 'Parks', null, []],
    ['reply', 'discussion t1/r1', 'alderbay', 'Rules\nAgreed', 'discussion t1', []],
    [
      'photo',
      '50001',
      'alderbay',
      'Lake & park\nBy the town\nof Alder',
      null,
      ['data-download-1/lake--park_50001_o.jpg'],
    ],
    ['comment', 'c1', 'visitor', 'Nice <3', '50001', []],
    ['comment', 'c2', 'alderbay', 'Thanks', '50001', []],
    ['video', '50002', 'alderbay', 'Film', null, ['data-download-1/50002_ab12cd34ef.mp4']],
    ['photo', '50003', 'alderbay', '', null, ['https://live.example/99/50003_ab12cd34ef_o.jpg']],
    ['comment', 'c2', 'alderbay', 'Thanks', '50001', []],
    ['message', 'mail m1', 'alderbay', 'Hello\nMay we use it?', null, []],
    ['like', 'fave 90001', 'alderbay', 'http://flic.example/p/A', '90001', []],
  ])
})

test('places, tags, people, notes, visibility and times without a zone are kept; the profile’s address is not', async () => {
  const read = await readFiles(flickr, built.flickr)
  expect(read.records.find(({ nativeId }) => nativeId === '50001')).toMatchObject({
    at: Date.UTC(2019, 6, 5, 8, 0, 0),
    sourceZone: 'unknown',
    details: {
      taken: '2019-07-04 10:00:00',
      place: { latitude: 37.804363, longitude: -122.271114, accuracy: '16' },
      tags: [{ tag: 'lake', by: 'alderbay', added: '2019-07-05 08:01:00' }],
      people: ['mayor'],
      notes: [{ note: 'the boat', author: '22222222@N00', area: [1, 2, 3, 4] }],
      albums: [{ id: '7001', title: 'Parks' }],
      visibility: 'public',
    },
    measures: [
      ['views', 12],
      ['faves', 1],
      ['comments', 3],
      ['tags', 1],
      ['notes', 0],
    ],
  })
  expect(JSON.stringify(read.records)).not.toContain('clerk@')
})

test('a section that is there and empty, contacts, counts and damage are told', async () => {
  const read = await readFiles(flickr, built.flickr)
  expect(read.recognition).toMatchObject({ confidence: 0.99, ownerHandle: 'alderbay', ownerNativeId: '11111111@N00' })
  expect(
    read.plan.files.map(({ name, type, use, claimed }) => [name.replace('meta/', ''), type, use, claimed]),
  ).toEqual([
    ['account_profile.json', 'profile', 'records', null],
    ['account_testimonials.json', 'testimonials', 'records', null],
    ['albums.json', 'albums', 'records', null],
    ['contacts_part001.json', 'contacts', 'unread', null],
    ['galleries.json', 'galleries', 'records', null],
    ['group_discussions.json', 'discussions', 'records', null],
    ['photo_50001.json', 'photos', 'records', null],
    ['photo_50002.json', 'photos', 'records', null],
    ['photo_50003.json', 'photos', 'records', null],
    ['photo_50004.json', 'photos', 'records', null],
    ['photos_comments_part001.json', 'comments', 'records', null],
    ['sent_flickrmail_part001.json', 'flickrmail', 'records', null],
    ['sets_comments_part001.json', 'comments', 'records', null],
    ['faves_part001.json', 'faves', 'records', 1],
  ])
  expect(read.findings.map(({ code, file }) => [code, file])).toEqual([
    ['comments-fewer-than-counted', 'meta/photo_50001.json'],
    ['comments-fewer-than-counted', 'meta/photo_50002.json'],
    ['comments-fewer-than-counted', 'meta/photo_50003.json'],
  ])
  expect([...read.damaged.keys()]).toEqual(['meta/photo_50004.json'])
})

test.each([
  ['[1, null, {"comment_id": 5, "comment": 7}]'],
  [
    '{"id": 1, "date_taken": {}, "photopage": [], "comments": {"a": 1}, "geo": {"latitude": 12.5, "longitude": "x"}, "tags": [{}], "notes": 3}',
  ],
  ['{"albums": [null, {}, {"photo_count": -1, "photos": 5}]}'],
  ['{"testimonials": {"given": [null], "received": {}}}'],
])('odd values are never an exception: %s', async (content) => {
  const read = await readFiles(flickr, { 'odd.json': content })
  expect(read.items.every(({ outcome }) => outcome.type === 'record' || outcome.type === 'failed')).toBe(true)
})

describe.skipIf(!existsSync(samples))('the sample', () => {
  test('gives as many records as its files hold', async () => {
    const read = await readPaths(flickr, [join(samples, 'flickr/yaniv-golan__offlickr/mini-export')])
    // Counted over the raw files by a script in Python: 50 pictures with 4 comments, 5 comments elsewhere, 3 albums and a gallery.
    expect(countKinds(read.records)).toEqual({
      profile: 1,
      photo: 49,
      video: 1,
      comment: 9,
      album: 4,
      like: 2,
      message: 2,
      reply: 1,
      review: 2,
    })
    expect([read.recognition?.confidence, [...read.damaged]]).toEqual([0.99, []])
  })
})

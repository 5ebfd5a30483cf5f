// What a clerk can rely on when a WordPress export is read: states, attachments, and the media that posts show.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import wordpress from '../../../electron/core/intake/platforms/wordpress/platform.ts'
import { everyState, SAMPLE, withMedia } from '../../fixtures/wordpress.ts'
import { countKinds, type ReadExport, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples/wordpress/TryGhost__migrate')
const titled = ({ records }: ReadExport, title: string) => records.find(({ details }) => details.title === title)
const mediaOf = (read: ReadExport, title: string) =>
  titled(read, title)?.media.map(({ role, names, alt }) => [role, names[0], alt])

describe('what stands on the site, what waits, and what is gone are told apart', () => {
  test('posts keep WordPress’s own status', async () => {
    const read = await readFiles(wordpress, everyState)
    expect(read.plan.generatedAt).toBe(Date.UTC(2024, 2, 6, 9, 30))
    const posts = read.records.filter(({ kind, nativeId }) => kind === 'post' && nativeId !== '20')
    expect(posts.map(({ state, details }) => [details.status, state, details.visibility])).toEqual([
      ['publish', 'live', undefined],
      ['private', 'live', 'private'],
      ['draft', 'draft', undefined],
      ['pending', 'draft', undefined],
      ['future', 'draft', undefined],
      ['auto-draft', 'draft', undefined],
      ['trash', 'deleted', undefined],
    ])
  })

  test('comments that wait, spam and trash are not live', async () => {
    const read = await readFiles(wordpress, everyState)
    const comments = read.records.filter(({ kind }) => kind === 'comment')
    expect(comments.map(({ state, details }) => [details.status, state])).toEqual([
      ['approved', 'live'],
      ['pending', 'draft'],
      ['spam', 'deleted'],
      ['trash', 'deleted'],
      ['trash, with its post', 'deleted'],
    ])
    expect(comments[0]?.links).toEqual([{ shown: 'here', target: 'https://c.example/1' }])
  })
})

describe('pictures, films, sounds and files', () => {
  const uploads = 'https://alder.example/wp-content/uploads'

  test('attachments are records with their file, alternative text and the item that they were uploaded to', async () => {
    const read = await readFiles(wordpress, withMedia)
    expect(countKinds(read.records)).toEqual({ post: 5, photo: 2, video: 1, file: 1, audio: 1 })
    expect(titled(read, 'File 51')).toMatchObject({
      kind: 'photo',
      parentNativeId: '4',
      text: 'File 51\nDescribed',
      details: { attachment: `${uploads}/2024/03/bridge.jpg`, alt: 'A bridge in the library' },
      media: [{ role: 'photo', names: ['uploads/2024/03/bridge.jpg'], alt: 'A bridge in the library' }],
    })
    expect(mediaOf(read, 'File 54')).toEqual([['file', 'uploads/2024/03/plan.pdf', null]])
    expect(mediaOf(read, 'File 53')).toEqual([['video', `${uploads}/2024/03/film.mp4`, null]])
  })

  test('a post has its featured picture and what its body shows, each once; a picture elsewhere is not the site’s', async () => {
    const read = await readFiles(wordpress, withMedia)
    expect(mediaOf(read, 'Featured')).toEqual([
      ['photo', `${uploads}/2024/03/tree.png`, null],
      ['photo', 'uploads/2024/03/bridge-300x200.jpg', 'The bridge'],
      ['photo', 'https://elsewhere.example/2024/03/bridge.jpg', null],
    ])
    expect(titled(read, 'Featured')).toMatchObject({
      text: 'Featured\nUnder repair',
      details: { featured: `${uploads}/2024/03/tree.png` },
    })
  })

  test('blocks, galleries and shortcodes name files by number; one that the export does not describe is named by it', async () => {
    const read = await readFiles(wordpress, withMedia)
    const bridge = ['photo', 'uploads/2024/03/bridge.jpg', 'A bridge in the library']
    const tree = ['photo', `${uploads}/2024/03/tree.png`, null]
    expect(mediaOf(read, 'Blocks')).toEqual([
      tree,
      ['file', 'uploads/2024/03/plan.pdf', null],
      bridge,
      ['file', 'attachment 99', null],
    ])
    expect(titled(read, 'Blocks')?.links.map(({ target }) => target)).toEqual([
      `${uploads}/2024/03/plan.pdf`,
      'https://map.example/1',
      'https://video.example/7',
    ])
    expect(mediaOf(read, 'Shortcodes')).toEqual([tree, bridge, ['audio', '/files/talk.mp3', null]])
    expect(mediaOf(read, 'Own gallery')).toEqual([bridge, tree])
  })

  test('a film in two forms is one, with the picture that stands for it; a sound is known by its type', async () => {
    expect(mediaOf(await readFiles(wordpress, withMedia), 'Film and sound')).toEqual([
      ['video', `${uploads}/film.mp4`, null],
      ['photo', `${uploads}/p.jpg`, null],
      ['audio', 'http://media.example/episode?x=1', null],
    ])
  })
})

describe.skipIf(!existsSync(samples))('the sample', () => {
  test('gives as many records, drafts, featured pictures and enclosures as its files hold', async () => {
    const { records, damaged, findings } = await readPaths(wordpress, [join(samples)])
    expect([...damaged, ...findings]).toEqual([])
    expect({
      kinds: countKinds(records),
      drafts: records.filter(({ state }) => state === 'draft').length,
      featured: records.filter(({ kind, details }) => kind === 'post' && details.featured !== undefined).length,
      enclosures: records.flatMap(({ media }) => media.filter(({ role }) => role === 'audio')).length,
    }).toEqual(SAMPLE)
    expect(records.find(({ details }) => details.title === 'Beautiful Sunset')).toMatchObject({
      kind: 'photo',
      parentNativeId: '10',
      media: [{ alt: 'Sunset over mountains with orange and pink sky' }],
    })
  })
})

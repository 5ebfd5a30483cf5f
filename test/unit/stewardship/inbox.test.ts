// What a look at the inbox makes of names and sizes.
import { describe, expect, test } from 'vitest'
import { inboxState, isSystemFile, isUnfinished } from '../../../shared/domain/intake/inbox.ts'
import { Instant } from '../../../shared/domain/time.ts'

const look = (name: string, size = 10, at = 1) => ({ name, size, changedAt: Instant.parse(at) })

describe('an upload', () => {
  test.each([
    ['twitter.zip.crdownload', true],
    ['twitter.zip.part', true],
    ['Export.TMP', true],
    ['photos.zip.filepart', true],
    ['~$letter.docx', true],
    ['takeout-001.zip', false],
    ['part', false],
    ['export_part1.zip', false],
    ['my.partition.zip', false],
  ])('called %s is unfinished: %s', (name, unfinished) => {
    expect(isUnfinished(name, [name])).toBe(unfinished)
  })

  test('is unfinished as long as the file that fills it lies beside it', () => {
    expect(isUnfinished('a.zip', ['a.zip', 'a.zip.part'])).toBe(true)
    expect(isUnfinished('a.zip', ['a.zip', 'b.zip.part'])).toBe(false)
  })

  test('is ready when it stood still between two looks, in size and in time', () => {
    const now = look('a.zip', 10, 5)
    const states = [undefined, look('a.zip', 9, 5), look('a.zip', 10, 4), look('a.zip', 10, 5)].map((before) =>
      inboxState(now, before, ['a.zip']),
    )
    expect(states).toEqual(['new', 'growing', 'growing', 'ready'])
  })

  test('that is empty is not there yet', () => {
    expect(inboxState(look('a.zip', 0), look('a.zip', 0), ['a.zip'])).toBe('unfinished')
  })
})

test('what a system puts into folders is nobody’s upload', () => {
  expect(['.DS_Store', 'Thumbs.db', 'desktop.ini', 'DS_Store.zip', 'a.db'].map(isSystemFile)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

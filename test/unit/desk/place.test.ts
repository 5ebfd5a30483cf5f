// A clerk is told when a vault lies where databases get damaged; on another computer's disk none is made or opened.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { conflictCopies } from '../../../electron/core/vault/place/conflicts.ts'
import { judgePlace, mountOf, type Place, type PlaceFacts } from '../../../electron/core/vault/place/judge.ts'
import { lookAtPlace } from '../../../electron/core/vault/place/look.ts'
import { refuseNetwork, warningOf, warningOfConflicts } from '../../../electron/core/vault/place/words.ts'

const local: PlaceFacts = { path: '/home/dana/City.muniment', synced: [], names: [], mount: 'ext4', type: 0xef53 }
const synced = (service: string): Place => ({ kind: 'synced', service })
const root = mkdtempSync(join(tmpdir(), 'muniment-place-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a place is', () => {
  test.each<[string, Partial<PlaceFacts>, Place]>([
    ['local on a disk', {}, { kind: 'local' }],
    [
      'local in a folder whose name only begins like a service',
      { path: '/home/dana/City of Boxborough/v' },
      { kind: 'local' },
    ],
    ['local in a folder called Dropboxes', { path: '/home/dana/Dropboxes/v' }, { kind: 'local' }],
    ['Dropbox’s by its folder', { path: '/Users/dana/Dropbox (City)/v' }, synced('Dropbox')],
    ['OneDrive’s by its folder', { path: 'C:\\Users\\dana\\OneDrive - City of Alder Bay\\v' }, synced('OneDrive')],
    [
      'OneDrive’s by what Windows says',
      { path: 'D:\\Work\\v', synced: [{ service: 'OneDrive', path: 'd:\\work\\' }] },
      synced('OneDrive'),
    ],
    [
      'local beside a folder that OneDrive has',
      { path: 'D:\\Work2\\v', synced: [{ service: 'OneDrive', path: 'D:\\Work' }] },
      { kind: 'local' },
    ],
    ['iCloud’s', { path: '/Users/dana/Library/Mobile Documents/com~apple~CloudDocs/v' }, synced('iCloud Drive')],
    [
      'Google’s',
      { path: '/Users/dana/Library/CloudStorage/GoogleDrive-dana@city.example/My Drive/v' },
      synced('Google Drive'),
    ],
    [
      'some provider’s on a Mac',
      { path: '/Users/dana/Library/CloudStorage/Egnyte/v' },
      synced('a synchronised folder'),
    ],
    ['Syncthing’s by its mark', { names: ['.stfolder'] }, synced('Syncthing')],
    ['Dropbox’s by its mark', { names: ['.bashrc', '.dropbox.cache'] }, synced('Dropbox')],
    ['Nextcloud’s by its mark', { names: ['._sync_0a1b2c.db'] }, synced('Nextcloud or ownCloud')],
    ['a network’s by NFS', { mount: 'nfs4', type: 0x6969 }, { kind: 'network' }],
    ['a network’s by SMB', { mount: 'cifs', type: 0xff534d42 }, { kind: 'network' }],
    [
      'a network’s by sshfs, whose number says only FUSE',
      { mount: 'fuse.sshfs', type: 0x65735546 },
      { kind: 'network' },
    ],
    ['a network’s by number alone', { mount: null, type: 0xfe534d42 }, { kind: 'network' }],
    ['a network’s by its address', { path: '\\\\records\\share\\v', mount: null }, { kind: 'network' }],
    ['a network’s by its long address', { path: '\\\\?\\UNC\\records\\share\\v', mount: null }, { kind: 'network' }],
    ['local by a long path of this computer', { path: '\\\\?\\C:\\v', mount: null, type: 0 }, { kind: 'local' }],
    ['a network’s also where a service synchronises it', { path: '/mnt/Dropbox/v', mount: 'nfs' }, { kind: 'network' }],
    ['a virtual machine’s', { mount: '9p', type: 0x01021997 }, { kind: 'guest' }],
    ['local in a FUSE file system of this computer', { mount: 'fuseblk' }, { kind: 'local' }],
  ])('%s', (_name, facts, place) => {
    expect(judgePlace({ ...local, ...facts })).toEqual(place)
  })
})

test('the mount that holds a path is the deepest, and the last on one place', () => {
  const mountinfo = [
    '22 1 8:1 / / rw - ext4 /dev/sda1 rw',
    '30 22 0:40 / /mnt/city\\040share rw shared:1 - ext4 /dev/sdb1 rw',
    '31 22 0:41 / /mnt/city\\040share rw shared:2 - cifs //records/share rw',
    'not a line of it',
  ].join('\n')
  expect(mountOf('/mnt/city share/City.muniment', mountinfo)).toBe('cifs')
  expect(mountOf('/mnt/city shared', mountinfo)).toBe('ext4')
  expect(mountOf('/mnt/city share', '')).toBeNull()
})

test.each([
  ['Dropbox/Records/City.muniment', synced('Dropbox')],
  ['marked/deeper/City.muniment', synced('Syncthing')],
  ['City of Boxborough/City.muniment', { kind: 'local' }],
])('a look at %s, made or not made yet, sees it', async (path, place) => {
  mkdirSync(join(root, 'marked', '.stfolder'), { recursive: true })
  const folder = join(root, path)
  expect(await lookAtPlace(folder)).toEqual(place)
  mkdirSync(folder, { recursive: true })
  expect(await lookAtPlace(folder)).toEqual(place)
})

it('is said in words, with what to do', () => {
  expect(warningOf({ kind: 'local' })).toBeNull()
  expect(warningOf(synced('OneDrive'))).toMatch(/^This vault lies in OneDrive, .+ move it to a folder of this computer/)
  expect(() => refuseNetwork(synced('OneDrive'), 'made')).not.toThrow()
  for (const doing of ['made', 'opened'] as const) {
    expect(() => refuseNetwork({ kind: 'network' }, doing)).toThrow(
      new RegExp(`It was not ${doing}, and nothing was changed`),
    )
  }
})

test('copies of the catalog that synchronising left are known from the vault’s own files', () => {
  const own = [
    'catalog.sqlite',
    'catalog.sqlite-wal',
    'catalog.sqlite-shm',
    'catalog-before-migration.sqlite',
    'lock.sqlite',
    'vault.json',
    'FORMAT.md',
    'open.json',
    'objects',
  ]
  const copies = [
    'catalog (1).sqlite',
    "catalog (Dana's conflicted copy 2026-11-30).sqlite",
    'catalog 2.sqlite',
    'catalog-RECORDS-2.sqlite',
    'catalog.sqlite (1)',
    'catalog.sync-conflict-20261130-101112-ABCDEFG.sqlite',
    'Copy of catalog.sqlite',
    'vault (conflicted copy).json',
  ]
  expect(conflictCopies([...own, ...copies])).toEqual([...copies].sort())
  expect(warningOfConflicts([])).toBeNull()
  expect(warningOfConflicts(copies.slice(0, 1))).toContain('“catalog (1).sqlite”')
})

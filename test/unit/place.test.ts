// A clerk is told when a vault lies where databases get damaged.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { warnOfPlace } from '../../electron/core/vault/whereabouts.ts'

it.each([
  ['Dropbox/Records/City.muniment', 'Dropbox'],
  ['OneDrive - City of Alder Bay/City.muniment', 'OneDrive'],
  ['Library/Mobile Documents/com~apple~CloudDocs/City.muniment', 'iCloud Drive'],
  ['Google Drive/My Drive/City.muniment', 'Google Drive'],
  ['Nextcloud/City.muniment', 'a synchronised folder'],
])('warns of a vault in %s', async (path, name) => {
  const root = mkdtempSync(join(tmpdir(), 'muniment-place-'))
  const folder = join(root, path)
  mkdirSync(folder, { recursive: true })
  expect(await warnOfPlace(folder)).toContain(name)
  rmSync(root, { recursive: true, force: true })
})

it('says nothing of an ordinary folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'City of Boxborough-'))
  expect(await warnOfPlace(folder)).toBeNull()
  rmSync(folder, { recursive: true, force: true })
})

// Core reads and writes files through the door that seals them where a vault has a passphrase; who goes past it is named here, with why.
import { expect, test } from 'vitest'
import { codeFiles } from './sources.ts'

const past = /(?:from|import\()\s*'node:fs(?:\/promises)?'/

/** Files that Node's own file system opens: none of them holds anything of a record, or what they open lies in no vault. */
const known: Readonly<Record<string, string>> = {
  'electron/core/capture/read-answer.ts': 'the type of a stream alone',
  'electron/core/capture/ways/page/browser.ts': 'a profile of the browser, in the system’s folder for temporary files',
  'electron/core/create-vault.ts': 'makes the folder, vault.json and FORMAT.md, which stay readable',
  'electron/core/disclosure/file-pages/office.ts':
    'what LibreOffice converts, in the system’s folder for temporary files',
  'electron/core/practice/pack.ts': 'the sample that comes with the app',
  'electron/core/retention/scan/own-words.ts': 'vault.json, which stays readable',
  'electron/core/serve/socket-place.ts': 'a socket',
  'electron/core/serve/socket-server.ts': 'a socket',
  'electron/core/typeset/fonts.ts': 'fonts that come with the app',
  'electron/core/vault-passphrase.ts': 'brings each file under its seal or out of it, and lists them as they lie',
  'electron/core/vault/about.ts': 'vault.json, which stays readable',
  'electron/core/vault/catalog/convert.ts': 'the catalog, which SQLite encrypts',
  'electron/core/vault/catalog/settle.ts': 'the catalog, which SQLite encrypts',
  'electron/core/vault/catalog/snapshot.ts': 'the catalog, which SQLite encrypts',
  'electron/core/vault/copy-note.ts': 'copy.json, which is read before a passphrase is asked for',
  'electron/core/vault/copy-notice.ts': 'notices of who could not open the vault: where copies lie',
  'electron/core/vault/holder.ts': 'who has the vault open, which stays readable',
  'electron/core/vault/place/look-encryption.ts': 'the system’s own files',
  'electron/core/vault/place/look.ts': 'the system’s own files',
  'electron/core/vault/zone-file.ts': 'vault.json, which stays readable',
  'electron/core/worker/low-priority.ts': 'the system’s own files',
}

test('nothing of a vault is opened past the door that seals it, but by who is named here', () => {
  const core = codeFiles.filter(
    ({ path }) => path.startsWith('electron/core/') && !path.startsWith('electron/core/vault/cipher/'),
  )
  const going = core.filter(({ text }) => past.test(text)).map(({ path }) => path)
  console.log(`${core.length} files of core, ${going.length} past the door`)
  expect(going.sort()).toEqual(Object.keys(known).sort())
})

test.each(["import { openSync } from 'node:fs'", "const { rm } = await import('node:fs/promises')"])(
  'the check sees: %s',
  (text) => expect(past.test(text)).toBe(true),
)

// What a clerk can rely on in the inbox: what grows is not offered, what was imported is known by its bytes, nothing is ever touched.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inboxAccept, inboxChoose, inboxList } from '../../../shared/contract/inbox.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import type { InboxItem } from '../../../shared/domain/intake/inbox.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, post, xFiles } from '../../support/x-files.ts'

const { folder, vault } = workplace('inbox')

function zipped(files = xFiles()): Buffer {
  return Buffer.from(rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 }))))
}

async function watching(): Promise<{ one: TestArchive; inbox: string }> {
  const one = await vault()
  const inbox = mkdtempSync(join(folder, 'inbox-'))
  expect(await choose(one, inbox)).toEqual({ chosen: true })
  return { one, inbox }
}

const choose = (one: TestArchive, path: string) =>
  one.call(inboxChoose, { folder: one.archive.grant(path, 'read').grant })
const looks = (items: readonly InboxItem[]) => items.map(({ name, size, changedAt }) => ({ name, size, changedAt }))
const look = async (one: TestArchive, before: readonly InboxItem[] = []) =>
  (await one.call(inboxList, { before: looks(before) })).items
const states = (items: readonly InboxItem[]) => Object.fromEntries(items.map(({ name, state }) => [name, state]))

describe('the inbox', () => {
  it('is watched where a clerk says so, kept in the vault and noted in the ledger, until it is watched no longer', async () => {
    const { one, inbox } = await watching()
    const again = await one.reopen()
    try {
      expect(await again.call(inboxList, { before: [] })).toEqual({ place: inbox, problem: null, items: [] })
      const page = await again.call(ledgerPage, { before: null, limit: 5 })
      expect(JSON.stringify(page)).toContain('inbox.choose')
      expect(JSON.stringify(page)).not.toContain(inbox)
      expect(await again.call(inboxChoose, { folder: null })).toEqual({ chosen: false })
      expect((await again.call(inboxList, { before: [] })).place).toBeNull()
    } finally {
      await again.archive.close()
    }
  })

  it('tells what still grows, what is unfinished and what stands still, and offers that alone', async () => {
    const { one, inbox } = await watching()
    writeFileSync(join(inbox, 'still.zip'), zipped())
    writeFileSync(join(inbox, 'grows.zip'), 'PK first half')
    writeFileSync(join(inbox, 'takeout.zip.crdownload'), 'half')
    writeFileSync(join(inbox, 'empty.zip'), '')
    writeFileSync(join(inbox, '.DS_Store'), 'x')
    symlinkSync(one.folder, join(inbox, 'link.zip'))
    const first = await look(one)
    expect(states(first)).toEqual({
      'empty.zip': 'unfinished',
      'grows.zip': 'new',
      'still.zip': 'new',
      'takeout.zip.crdownload': 'unfinished',
    })
    appendFileSync(join(inbox, 'grows.zip'), ' second half')
    const second = await look(one, first)
    expect(states(second)).toMatchObject({ 'still.zip': 'ready', 'grows.zip': 'growing' })
    expect(second.find(({ name }) => name === 'still.zip')).toMatchObject({
      size: zipped().length,
      folder: false,
      imported: null,
      since: expect.any(Number),
    })
    expect(states(await look(one, second))).toMatchObject({ 'grows.zip': 'ready' })
    await expect(one.call(inboxAccept, { files: looks(first) })).rejects.toThrow(/still being uploaded/)
  })

  it('knows by its bytes what was imported, under any name, and leaves it where it is', async () => {
    const { one, inbox } = await watching()
    writeFileSync(join(inbox, 'export.zip'), zipped())
    writeFileSync(join(inbox, 'copy of export.zip'), zipped())
    writeFileSync(join(inbox, 'other.zip'), zipped(xFiles([post(1), post(2, 'Changed')])))
    for (const [name, data] of Object.entries(xFiles([post(7)]))) {
      mkdirSync(join(inbox, 'unpacked', name, '..'), { recursive: true })
      writeFileSync(join(inbox, 'unpacked', name), data)
    }
    const ready = await look(one, await look(one))
    expect(ready.map(({ imported }) => imported)).toEqual([null, null, null, null])
    const before = contents(inbox)
    for (const name of ['export.zip', 'unpacked']) {
      const files = looks(ready.filter((item) => item.name === name))
      const granted = await one.call(inboxAccept, { files })
      expect(granted).toEqual([{ grant: expect.any(String), name }])
      const sources = granted.map(({ grant }) => grant)
      await one.run(intakeImport, { sources, account: one.account, platform: null })
    }
    const after = await look(one, ready)
    const known = Object.fromEntries(after.map(({ name, imported }) => [name, imported?.accession ?? null]))
    expect(known).toEqual({ 'copy of export.zip': 1, 'export.zip': 1, 'other.zip': null, unpacked: 2 })
    expect(contents(inbox)).toEqual(before)
  })

  it('imports nothing that is no longer what the clerk saw, and nothing from outside', async () => {
    const { one, inbox } = await watching()
    writeFileSync(join(inbox, 'a.zip'), zipped())
    writeFileSync(join(folder, 'outside.zip'), zipped())
    const ready = await look(one, await look(one))
    appendFileSync(join(inbox, 'a.zip'), 'more')
    await expect(one.call(inboxAccept, { files: looks(ready) })).rejects.toThrow(/still being uploaded/)
    const outside = looks(ready).map((item) => ({ ...item, name: '../outside.zip' }))
    await expect(one.call(inboxAccept, { files: outside })).rejects.toThrow(/no longer in the inbox/)
  })

  it('says in a sentence what cannot be watched, and when the folder is gone', async () => {
    const { one } = await watching()
    const file = join(folder, 'file.txt')
    writeFileSync(file, 'x')
    await expect(choose(one, file)).rejects.toThrow(/not a folder/)
    await expect(choose(one, join(one.folder, 'packages'))).rejects.toThrow(/lies in the vault/)
    await expect(choose(one, join(one.folder, '..'))).rejects.toThrow(/lies in the vault, or the vault in it/)
    const { one: other, inbox } = await watching()
    rmSync(inbox, { recursive: true })
    expect((await other.call(inboxList, { before: [] })).problem).toContain('cannot be read')
  })
})

function contents(inbox: string): [string, string][] {
  return [...filesBelow(inbox).keys()].sort().map((name) => [name, readFileSync(join(inbox, name)).toString('base64')])
}

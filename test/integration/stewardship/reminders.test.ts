// What a clerk can rely on in reminders: they follow the imports, survive a restart, and nothing but a whole export puts them off.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { handEnter } from '../../../shared/contract/hand.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { accountRemind, accountReminders } from '../../../shared/contract/reminder.ts'
import { AccountId } from '../../../shared/domain/id.ts'
import type { HandEntry } from '../../../shared/domain/intake/hand-entry.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { xFiles } from '../../support/x-files.ts'

const { folder, vault } = workplace('reminders')
const REGISTERED = '2026-11-23'

const reminders = (one: TestArchive) => one.call(accountReminders, {})
const remind = (one: TestArchive, months: number | null) => one.call(accountRemind, { account: one.account, months })

async function importX(one: TestArchive, name: string, generated?: string) {
  const manifest = `window.__THAR_CONFIG = ${JSON.stringify({
    userInfo: { accountId: '281104733', userName: 'AlderBayCity', displayName: 'City of Alder Bay' },
    archiveInfo: { sizeBytes: '1', generationDate: generated, isPartialArchive: false, maxPartSizeBytes: '1' },
    dataTypes: { tweets: { files: [{ fileName: 'data/tweets.js', globalName: 'YTD.tweets.part0', count: '2' }] } },
  })}`
  const files = generated === undefined ? xFiles() : { ...xFiles(), 'data/manifest.js': manifest }
  const path = join(folder, name)
  writeFileSync(path, rawZip(Object.entries(files).map(([member, data]) => ({ name: member, data, method: 8 }))))
  const sources = [one.archive.grant(path, 'read').grant]
  return one.run(intakeImport, { sources, account: one.account, platform: null })
}

describe('a reminder', () => {
  it('is none by itself, is set by a clerk, and is taken away', async () => {
    const one = await vault()
    const none = { account: one.account, months: null, last: null, due: null }
    expect(await reminders(one)).toEqual([none])
    expect(await remind(one, 3)).toEqual({ months: 3 })
    expect(await reminders(one)).toEqual([{ ...none, months: 3, due: REGISTERED }])
    await remind(one, 6)
    expect((await reminders(one))[0]?.months).toBe(6)
    await remind(one, null)
    expect(await reminders(one)).toEqual([none])
  })

  it('counts from the day on which the platform made the newest export, and stays over a restart', async () => {
    const one = await vault()
    await remind(one, 3)
    await importX(one, 'newer.zip', '2026-09-14T03:10:00.000Z')
    await importX(one, 'older.zip', '2026-02-01T12:00:00.000Z')
    const known = { last: Date.parse('2026-09-14T03:10:00.000Z'), due: '2026-12-13' }
    expect((await reminders(one))[0]).toMatchObject(known)
    const again = await one.reopen()
    try {
      expect((await reminders(again))[0]).toMatchObject({ ...known, months: 3 })
    } finally {
      await again.archive.close()
    }
  })

  it('counts from the day of receipt where the export does not say, or says a day to come', async () => {
    const one = await vault()
    await remind(one, 1)
    await importX(one, 'undated.zip')
    expect((await reminders(one))[0]?.due).toBe('2026-12-23')
    await importX(one, 'future.zip', '2031-01-01T00:00:00.000Z')
    expect((await reminders(one))[0]?.due).toBe('2026-12-23')
  })

  it('is not put off by what is entered by hand', async () => {
    const one = await vault()
    await remind(one, 3)
    const entry: HandEntry = {
      ...{ kind: 'post', author: 'AlderBayCity', text: 'Seen on the page.', at: '2026-11-20', state: 'live' },
      ...{ link: null, nativeId: null, parent: null, conversation: null, absent: {} },
      ...{ capturedBy: 'Pat Moreno', capturedHow: 'screenshot' },
    }
    await one.run(handEnter, { account: one.account, entry, files: [] })
    expect((await reminders(one))[0]).toMatchObject({ last: null, due: REGISTERED })
  })

  it('needs an account that there is, and a length that makes sense', async () => {
    const one = await vault()
    const unknown = AccountId.parse(99)
    await expect(one.call(accountRemind, { account: unknown, months: 3 })).rejects.toThrow(/no account 99/)
    for (const months of [0, 1.5, 61]) await expect(remind(one, months)).rejects.toThrow(/months/)
  })
})

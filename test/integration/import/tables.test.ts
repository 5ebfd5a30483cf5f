// Exports that are mostly tables, in a real vault: what several tables tell of is one record, a second import brings nothing new, every file has its line.
import { expect, test } from 'vitest'
import { accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { complete } from '../../fixtures/linkedin.ts'
import { reddit } from '../../fixtures/reddit.ts'
import { beside, early } from '../../fixtures/youtube.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'

async function take(vault: TestArchive, files: Readonly<Record<string, string>>) {
  const { grant } = await vault.archive.grant(await writeFiles(files), 'read')
  const { accession } = await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
  const reconciliation = await vault.call(accessionReconciliation, { accession })
  const unknown = reconciliation?.lines.filter(({ status }) => status === 'unknown').map(({ file }) => file)
  return { ...reconciliation?.totals, unknown }
}

test('YouTube today, LinkedIn, Reddit: every record once, and nothing new the second time', async () => {
  const vault = await openTestArchive()
  try {
    const whole = { versions: 0, unexplained: 0 }
    const [youtube, linkedin] = [await take(vault, beside), await take(vault, complete)]
    expect(youtube).toMatchObject({
      ...whole,
      read: 15,
      stored: 11,
      merged: 4,
      failed: 0,
      unknown: ['YouTube and YouTube Music/notes.txt'],
    })
    expect(linkedin).toMatchObject({ ...whole, read: 18, stored: 18, merged: 0, failed: 0, unknown: ['Odd.csv'] })
    expect(await take(vault, reddit)).toMatchObject({ ...whole, read: 8, stored: 8, failed: 0, unknown: [] })
    for (const files of [beside, complete, reddit])
      expect(await take(vault, files)).toMatchObject({ stored: 0, ...whole })
  } finally {
    await vault.close()
  }
})

test('YouTube of earlier years: a playlist that two files tell of is one record', async () => {
  const vault = await openTestArchive()
  try {
    expect(await take(vault, early)).toMatchObject({ read: 8, stored: 6, merged: 1, failed: 1, unexplained: 0 })
    expect(await take(vault, early)).toMatchObject({ stored: 0, versions: 0, unexplained: 0 })
  } finally {
    await vault.close()
  }
})

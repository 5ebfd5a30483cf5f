// Instagram and Threads in a real vault: a second import brings nothing new, and neither does the same account's HTML.
import { expect, test } from 'vitest'
import { accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { export2018, export2023, threads } from '../../fixtures/instagram/export.ts'
import { instagramCard, instagramPage } from '../../fixtures/meta-html/instagram-pages.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'

async function take(vault: TestArchive, files: Readonly<Record<string, string>>) {
  const { grant } = await vault.archive.grant(await writeFiles(files), 'read')
  const { accession } = await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
  return (await vault.call(accessionReconciliation, { accession }))?.totals
}

test.each([
  ['of 2018', export2018()],
  ['since 2023', export2023()],
  ['of Threads alone', threads('threads')],
])('a second import of an export %s brings nothing new', async (_name, files) => {
  const vault = await openTestArchive()
  const first = await take(vault, files)
  const second = await take(vault, files)
  expect(first).toMatchObject({ versions: 0, unexplained: 0, failed: 0 })
  expect(second).toMatchObject({ stored: 0, versions: 0, same: first?.stored, unexplained: 0 })
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
  await vault.close()
})

test('what stands in the HTML of an export whose JSON is there is seen again, not doubled', async () => {
  const vault = await openTestArchive()
  await take(vault, export2023())
  // Eight hours behind UTC; pages say no zone.
  const again = await take(vault, html)
  expect(again).toMatchObject({ stored: 0, versions: 0, same: 4, unexplained: 0 })
  await vault.close()
})

test('HTML first and JSON after it is one record each, at the time that the JSON knows, and found on that day', async () => {
  const vault = await openTestArchive()
  const first = await take(vault, html)
  const again = await take(vault, export2023())
  expect(again?.versions).toBe(first?.stored)
  const rows = (await vault.call(recordPage, { search: 'edited', before: null, limit: 100, live: false })).rows
  expect(rows).toHaveLength(first?.stored ?? 0)
  for (const { at, id } of rows) expect(Math.floor(id / 2 ** 20)).toBe(Math.floor((at ?? 0) / 1000))
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
  await vault.close()
})

const root = 'your_instagram_activity'
const html = {
  [`${root}/media/posts_1.html`]: instagramPage('Posts', [
    instagramCard('Street sweeping — señal 🧹', '<div></div>', 'Mar 09, 2024 8:00 am'),
    instagramCard('Two views', '<div></div>', 'Mar 09, 2024 8:01 am'),
  ]),
  [`${root}/likes/liked_posts.html`]: instagramPage('Likes', [
    instagramCard(
      'parks',
      '<div><div><a target="_blank" href="https://www.instagram.com/p/AAA/">👍</a></div><div>Mar 09, 2024 8:11 am</div></div>',
      '',
    ),
  ]),
  [`${root}/messages/inbox/ana_17840000000000001/message_1.html`]: instagramPage('Ana', [
    instagramCard('Ana', '<div><div></div><div>Look at this</div><div></div></div>', 'Mar 09, 2024 8:16 am'),
  ]),
}

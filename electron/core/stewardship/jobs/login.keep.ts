import { loginKeep } from '../../../../shared/contract/login.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import loginKept from '../batches/login.kept.ts'
import { emptyList, readList } from '../logins/list-file.ts'

// Only sealed text stands in a job's input, which the vault keeps.
export default work(loginKeep, false, async (context, { to, kind, entries }) => {
  const { db, folder, startedAt } = context
  const about = readVaultFile(folder)
  const target = writableFile(context, to)
  await expectWritable(target)
  const list = (await readList(target.path, target.name, about)) ?? emptyList(about)
  const before = new Map(list.entries.map((entry) => [entry.account, entry]))
  const fresh = entries.map(({ account, sealed }) => {
    const { platform, handle } = knownAccount(db, account)
    const changedAt = kind === 'resealed' ? (before.get(account)?.changedAt ?? startedAt) : startedAt
    return { account, platform, handle, changedAt, sealed }
  })
  for (const entry of fresh) before.set(entry.account, entry)
  const all = [...before.values()].sort((a, b) => a.account - b.account)
  const text = `${JSON.stringify({ ...list, entries: all }, null, 2)}\n`
  await writeOutside(target.path, (aside) => writeFile(aside, text, { mode: 0o600 }))
  await context.write(loginKept, { kind, accounts: fresh.map(({ account }) => account) })
  return { entries: all.length }
})

// The guards of a restored backup, and of what an execution leaves behind, switched off one at a time.
import type { Mutant } from './mutant.ts'

const restore = 'electron/core/retention/restore'
const whole = { test: 'test/integration/retention/restore.test.ts', named: 'leaves nothing of words and pictures' }
const orders = {
  test: 'test/integration/retention/restore.test.ts',
  named: 'brings back nothing that was removed under an order',
}
const ledger = {
  test: 'test/integration/retention/restore.test.ts',
  named: 'is proved by the ledger of the lost vault',
}
const holding = {
  test: 'test/integration/retention/restore-holds.test.ts',
  named: 'goes on holding what a hold came to name',
}
const apart = (named: string) => ({ test: 'test/integration/retention/restore-apart.test.ts', named })
const underway = {
  test: 'test/integration/retention/restore-underway.test.ts',
  named: 'has nothing of what was destroyed after it',
}
const carriedOut = {
  test: 'test/integration/retention/destruction.test.ts',
  named: 'is carried out: nothing of the records is left',
}

/** What a restored vault must not have, and must go on holding. */
export const restoring: readonly Mutant[] = [
  {
    guard: 'what was destroyed since a backup is destroyed in it, too',
    file: `${restore}/reapply.ts`,
    from: 'destroyItems(context, { destruction: id, key, held: new Set() }, items)',
    to: '',
    ...whole,
  },
  {
    guard: 'a destruction that a backup knows half is taken over whole',
    file: `${restore}/reapply.ts`,
    from: "flatMap((one) => (one.state === 'certified' ? [one.certificate] : []))",
    to: 'map((one) => one.certificate)',
    ...underway,
  },
  {
    guard: 'what was destroyed since as part of another record is destroyed in a backup, too',
    file: `${restore}/going.ts`,
    from: 'inRuns(placesDestroyed(later, destruction), (places) => recordsSeenAt(db, places))',
    to: 'inRuns([], (places: Parameters<typeof recordsSeenAt>[1]) => recordsSeenAt(db, places))',
    ...apart('lacks what was destroyed as part of another record'),
  },
  {
    guard: 'what of a record lives in the later vault stays in the copy',
    file: `${restore}/going.ts`,
    from: 'const parts = own === undefined ?',
    to: 'const parts = own === undefined || own.size > 0 ?',
    ...apart('keeps what was one with the record that was destroyed'),
  },
  {
    guard: 'what a backup never held does not come back into it by an old export',
    file: 'electron/core/vault/repository/disposition/later-acts.ts',
    from: "copyRows(later, db, 'destroyed_identity', 'destruction_id', destruction, 'OR REPLACE')",
    to: '',
    ...whole,
  },
  {
    guard: 'nor where the certificate alone is known',
    file: `${restore}/again.ts`,
    from: 'else if (account !== null) {',
    to: "else if (account !== null && kind === '') {",
    ...{ test: 'test/integration/retention/restore.test.ts', named: 'is carried out again by its certificate alone' },
  },
  {
    guard: 'a hold that was placed since a backup holds in it, too',
    file: `${restore}/holds.ts`,
    from: '    drafts.push({ draft: { ...hold, orderDocument',
    to: '    if (before !== undefined) drafts.push({ draft: { ...hold, orderDocument',
    ...whole,
  },
  {
    guard: 'what a hold covers since a backup it covers in it, too',
    file: `${restore}/holds.ts`,
    from: '(request !== null || canonicalJson(before.scope) === canonicalJson(hold.scope))',
    to: '(request !== null || hold !== null)',
    ...holding,
  },
  {
    guard: 'files of the office that a hold names since a backup it names in it, too',
    file: `${restore}/holds.ts`,
    from: 'takeOverNamedFiles(later.db, db, id, here)',
    to: '',
    ...holding,
  },
  {
    guard: 'what a hold froze since a backup it freezes in it, too',
    file: `${restore}/holds.ts`,
    from: 'takeOverFrozen(later.db, db, id, here)',
    to: 'Math.min(later.folder.length, 0)',
    ...{ ...holding, named: 'goes on holding what a hold froze by words' },
  },
  {
    guard: 'what was removed under an order since a backup is removed in it, too',
    file: `${restore}/again.ts`,
    from: 'if (!wasRemoved(row.account_id, { kind: row.kind, nativeId: row.native_id })) continue',
    to: 'continue',
    ...orders,
  },
  {
    guard: 'what was locked since a backup is locked in it, too',
    file: `${restore}/again.ts`,
    from: 'if (record !== null && insertLock(',
    to: 'if (record === null && insertLock(',
    ...orders,
  },
  {
    guard: 'files of the office that were destroyed since a backup are destroyed in it, too',
    file: `${restore}/files.ts`,
    from: '    destroyFile(context, proving, { kind, id })\n',
    to: '',
    ...{ test: 'test/integration/retention/office-restore.test.ts', named: 'has none of them by the later vault' },
  },
  {
    guard: 'a certificate of another vault tells nothing',
    file: `${restore}/told.ts`,
    from: 'if (parsed.data.vaultId !== vaultId) throw invalid(',
    to: "if (parsed.data.vaultId === '') throw invalid(",
    ...ledger,
  },
  {
    guard: 'the ledger is that of the vault that was backed up',
    file: `${restore}/witness.ts`,
    from: 'if (known === undefined || known.hash !== digestOf(head.hash))',
    to: 'if (known !== undefined && known.hash !== digestOf(head.hash))',
    ...ledger,
  },
  {
    guard: 'what the ledger says was certified was given',
    file: `${restore}/witness.ts`,
    from: 'if (missing.length > 0 && !lists) {',
    to: 'if (missing.length > 99 && !lists) {',
    ...ledger,
  },
  {
    guard: 'a backup is restored into a new folder alone',
    file: 'electron/core/restore-vault.ts',
    from: 'if (existsSync(target) && readdirSync(target).length > 0) {',
    to: "if (target === '') {",
    ...{ test: 'test/integration/retention/restore.test.ts', named: 'is not undone over a vault' },
  },
  {
    guard: 'a certificate made again is the same',
    file: 'electron/core/retention/execution/certificate.ts',
    from: 'ledgerWhenProved(db, id) ?? ',
    to: '',
    ...{ test: 'test/integration/retention/certificate-again.test.ts', named: 'is the same after an interruption' },
  },
  {
    guard: 'packages are overwritten before the proof',
    file: 'electron/core/retention/jobs/purge.execute.ts',
    from: '    await context.write(strike, {})\n',
    to: '',
    ...carriedOut,
  },
  {
    guard: 'the catalog is written anew and its log emptied before the proof',
    file: 'electron/core/retention/batches/purge.settle.ts',
    from: 'afterwards(() => settleCatalog(db, vacuum))',
    to: 'afterwards(() => vacuum)',
    ...carriedOut,
  },
]

// The guards of approvals, signatures, lists and receipts, and of what a plan stands on beside them: switched off one at a time.
import type { Mutant } from './mutant.ts'

const retention = 'electron/core/retention'
const integration = 'test/integration/retention'
const approval = `${integration}/approval.test.ts`
const guards = `${integration}/guards.test.ts`
const outside = { test: guards, named: 'is taken of no office outside the chain' }
const signer = { test: guards, named: 'is signed by one person of the register who acts still' }
const overTheseWords = { test: approval, named: 'counts where a registered key made it over exactly these words' }
const elsewhere = { test: approval, named: 'counts by a key that is kept elsewhere' }
const forged = { test: approval, named: 'finds a signature that is not over the plan' }
const list = { test: guards, named: 'a list is one, and is of no day to come' }
const receipt = {
  file: `${retention}/commands/transfer.receipt.ts`,
  ...{ test: `${integration}/transfer.test.ts`, named: 'is known with what it holds, and an archive’s receipt' },
}

/** What an approval is, and what a plan stands on beside its approvals. */
export const approving: readonly Mutant[] = [
  {
    guard: 'an approval is of an office of the chain',
    file: `${retention}/approval/subject.ts`,
    from: 'if (!officeInForce(db).chain.includes(asked.role)) {',
    to: 'if (officeInForce(db).chain.length === 0) {',
    ...outside,
  },
  {
    guard: 'the attorney alone consents that packages with held records are overwritten',
    file: `${retention}/approval/subject.ts`,
    from: "if (asked.heldPackages && asked.role !== 'city-attorney') {",
    to: 'if (asked.heldPackages && asked.role === null) {',
    ...outside,
  },
  {
    guard: 'a signed page proves consent for packages with held records only where it bears that sentence',
    file: `${retention}/commands/purge.approve.ts`,
    from: 'if (printed !== null && signedOn >= localDate(printed, zone)) return',
    to: 'if (printed !== null || zone !== null) return',
    ...{ test: `${integration}/destruction.test.ts`, named: 'is what lies in a package with a record under a hold' },
  },
  {
    guard: 'nobody approves on a day to come',
    file: `${retention}/commands/purge.approve.ts`,
    from: 'if (subject.signedOn > localDate(now, zone)) {',
    to: 'if (subject.signedOn === null) {',
    ...outside,
  },
  {
    guard: 'nobody approves before the plan was drawn up',
    file: `${retention}/commands/purge.approve.ts`,
    from: 'if (subject.signedOn < drawnUp) {',
    to: 'if (subject.signedOn === null) {',
    ...overTheseWords,
  },
  {
    guard: 'a name that two persons have signs nothing',
    file: `${retention}/approval/who-signs.ts`,
    from: 'if (person === undefined || other !== undefined) {',
    to: 'if (person === undefined) {',
    ...signer,
  },
  {
    guard: 'who acts no more signs nothing',
    file: `${retention}/approval/who-signs.ts`,
    from: 'if (person.endedAt !== undefined)',
    to: 'if (person.endedAt === null)',
    ...signer,
  },
  {
    guard: 'an office is signed for by who holds it',
    file: `${retention}/approval/who-signs.ts`,
    from: 'if (Role.safeParse(role).success && person.role !== role) {',
    to: "if (Role.safeParse(role).success && person.role === '') {",
    ...{ test: approval, named: 'is made by nobody without the passphrase, and for no office' },
  },
  {
    guard: 'an approval is taken back once',
    file: `${retention}/commands/purge.withdraw.ts`,
    from: 'if (known === null || known.withdrawn) {',
    to: 'if (known === null) {',
    ...{ test: guards, named: 'is taken back once' },
  },
  {
    guard: 'what is signed names the digest of the plan',
    file: 'shared/domain/disposition/approval.ts',
    from: 'subject.plan}',
    to: 'subject.vaultId}',
    ...elsewhere,
  },
  {
    guard: 'a signature is verified over what it approves when it is recorded',
    file: 'electron/core/vault/key/signed-by.ts',
    from: 'isSignedBy(publicKey, statement, signature))',
    to: 'publicKey.length > 0)',
    ...overTheseWords,
  },
  {
    guard: 'a key that nobody confirmed signs nothing',
    file: 'electron/core/vault/key/signed-by.ts',
    from: 'if (key?.counts === 1) return key',
    to: 'if (key !== undefined) return key',
    ...elsewhere,
  },
  {
    guard: 'a key that is not confirmed any more does not count on the day',
    file: `${retention}/approval/standing.ts`,
    from: '...unconfirmedKeys(roles, stored),',
    to: '',
    ...elsewhere,
  },
  {
    guard: 'a signature is verified over the plan again on the day',
    file: `${retention}/approval/chain-missing.ts`,
    from: ' && isSignedBy(publicKey, statement, signature)) return []',
    to: ') return []',
    ...forged,
  },
  {
    guard: 'a signed page is there on the day',
    file: `${retention}/approval/chain-missing.ts`,
    from: 'document !== null && existsSync(join(folder, objectPath(document)))) return []',
    to: 'document !== null) return []',
    ...forged,
  },
  {
    guard: 'a mere name takes no signature’s place',
    file: 'shared/domain/disposition/approval.ts',
    from: "own.findLast((one) => one.way !== 'reported') ?? own.at(-1) ?? null",
    to: 'own.at(-1) ?? null',
    ...{ test: approval, named: 'the page counts as attached and seen; the name is recorded' },
  },
  {
    guard: 'nothing goes in a practice vault',
    file: `${retention}/approval/standing.ts`,
    from: 'if (isPractice(db) || file.practice === true) unfit',
    to: 'if (file.practice === null) unfit',
    ...{ test: guards, named: 'in a practice vault' },
  },
  {
    guard: 'what is kept together is what the plan was drawn up with',
    file: `${retention}/approval/standing.ts`,
    from: 'if (unitInForce(db).unit !== file.unit) {',
    to: 'if (file.unit === null) {',
    ...{ test: guards, named: 'where what is kept together was decided otherwise since' },
  },
  {
    guard: 'a schedule brought in since is another one',
    file: `${retention}/approval/standing.ts`,
    from: 'inForce.importedAt <= plan.madeAt &&',
    to: '',
    ...{ test: guards, named: 'where the schedule was brought in again since' },
  },
  {
    guard: 'a plan in which nothing is left is not begun',
    file: `${retention}/approval/standing.ts`,
    from: '...(struck.length + withThread >= file.records.length && struckFiles.length >= files.length ? [NOTHING_LEFT] : []),',
    to: '',
    ...{ test: guards, named: 'in which nothing is left is not carried out' },
  },
  {
    guard: 'what is missing refuses the whole',
    file: `${retention}/execution/begin.ts`,
    from: 'if (missing.length > 0) throw refusedDestruction(missing)',
    to: '',
    ...{ test: `${integration}/destruction.test.ts`, named: 'without approvals, by one person alone' },
  },
  {
    guard: 'who carries a plan out is no witness of it',
    file: `${retention}/execution/begin.ts`,
    from: 'if (witness === by) missing.push(',
    to: "if (witness === by && by === '') missing.push(",
    ...{ test: `${integration}/certificate-says.test.ts`, named: 'says where nobody was named, and takes neither' },
  },
  {
    guard: 'who acts no more is no witness',
    file: `${retention}/execution/begin.ts`,
    from: 'if (endedAt !== undefined) missing.push(',
    to: 'if (endedAt === null) missing.push(',
    ...{ test: `${integration}/certificate-says.test.ts`, named: 'says where nobody was named, and takes neither' },
  },
  {
    guard: 'what is missing meanwhile ends it',
    file: `${retention}/execution/carry-out.ts`,
    from: 'if (checked.missing.length > 0) return end(',
    to: 'if (checked.missing.length > 99) return end(',
    ...{ test: `${integration}/destruction.test.ts`, named: 'is everything where the schedule changes meanwhile' },
  },
  {
    guard: 'a plan is carried out once',
    file: `${retention}/batches/purge.begin.ts`,
    from: 'if (known !== null) {',
    to: 'if (known !== null && known.job === job) {',
    ...{ test: `${integration}/destruction.test.ts`, named: 'is carried out: nothing of the records is left' },
  },
  {
    guard: 'a list without a header is none',
    file: `${retention}/plan/checked-list.ts`,
    from: 'if (rows.length === 0) throw notAList(',
    to: 'if (rows.length < 0) throw notAList(',
    ...list,
  },
  {
    guard: 'a list is of no day to come',
    file: `${retention}/commands/purge.lists.ts`,
    from: 'if (datedOn > today) throw notYet(name, datedOn)',
    to: '',
    ...list,
  },
  {
    guard: 'an older list takes no newer one’s place',
    file: `${retention}/commands/purge.lists.ts`,
    from: 'if (newest !== null && datedOn < newest) throw older(',
    to: 'if (newest !== null && datedOn < newest && today < newest) throw older(',
    ...{ test: `${integration}/older-lists.test.ts`, named: 'is not given in the place of a newer one' },
  },
  {
    guard: 'a plan stands on no older list than another plan has',
    file: `${retention}/approval/lists.ts`,
    from: 'if (newest === null || newest <= datedOn) return []',
    to: 'if (newest === null || newest !== datedOn) return []',
    ...{ test: `${integration}/older-lists.test.ts`, named: 'carries no plan, whichever was drawn up first' },
  },
  {
    guard: 'a list of a day to come does not count',
    file: `${retention}/approval/lists.ts`,
    from: 'stale: datedOn > today || today > addDays(datedOn, days)',
    to: 'stale: today > addDays(datedOn, days)',
    ...{ test: approval, named: 'says that the clock is behind the ledger' },
  },
  {
    guard: 'a receipt is for a copy that was made',
    from: 'if (transfer === undefined) throw refused(',
    to: 'if (transfer === undefined) return { records: 0 }\n  if (transfer === null) throw refused(',
    ...receipt,
  },
  { guard: 'a receipt is for this very bag', from: 'if (transfer.bag !== bag) {', to: "if (bag === '') {", ...receipt },
  {
    guard: 'a receipt is of no day to come',
    from: 'if (signed.signedOn > today) throw refused(',
    to: 'if (signed.signedOn === null) throw refused(',
    ...receipt,
  },
  {
    guard: 'a receipt is of no day before its bag',
    from: 'if (signed.signedOn < made) {',
    to: 'if (signed.signedOn === null) {',
    ...receipt,
  },
]

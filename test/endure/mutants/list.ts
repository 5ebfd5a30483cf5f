// The guards of disposition, each with a change that switches it off and the test that must fail then.
import { approving } from './approvals.ts'
import { custody } from './custody.ts'
import { eligibility } from './eligibility.ts'
import { comparing } from './lists.ts'
import type { Mutant } from './mutant.ts'
import { officeFiles } from './office.ts'
import { persons } from './persons.ts'
import { restoring } from './restore.ts'

const retention = 'electron/core/retention'
const destruction = 'test/integration/retention/destruction.test.ts'
const approval = 'test/integration/retention/approval.test.ts'

/** Whether a plan may be carried out. */
const approvals: readonly Mutant[] = [
  {
    guard: 'a plan of which packages would keep every record is not used up',
    file: 'electron/core/retention/execution/begin.ts',
    from: 'if (allWait && !heldPackages && files === 0) {',
    to: 'if (allWait && !heldPackages && files < 0) {',
    ...{ test: destruction, named: 'is what lies in a package with a record under a hold' },
  },
  {
    guard: 'a second person executes',
    file: `${retention}/execution/begin.ts`,
    from: 'if (alone && !state.office.alone) {',
    to: 'if (alone && state.office.alone) {',
    ...{ test: destruction, named: 'without approvals, by one person alone' },
  },
  {
    guard: 'one person approves for one office',
    file: `${retention}/approval/standing.ts`,
    from: '...(office.alone ? [] : namesTwice(roles)),',
    to: '',
    ...{ test: approval, named: 'one person does not approve for two offices' },
  },
  {
    guard: 'an approval lapses',
    file: 'shared/domain/disposition/approval.ts',
    from: "state: today > lapsesOn ? 'lapsed' : 'approved'",
    to: "state: 'approved'",
    ...{ test: approval, named: 'lets approvals and lists lapse' },
  },
  {
    guard: 'a typed name executes nothing',
    file: 'shared/domain/disposition/approval.ts',
    from: "if (approval.way === 'reported') return { role, state: 'reported', approval, lapsesOn: null }",
    to: '',
    ...{ test: approval, named: 'the page counts as attached and seen; the name is recorded' },
  },
  {
    guard: 'an approval is over exactly these words',
    file: `${retention}/approval/standing.ts`,
    from: '...forgedApprovals(folder, file, stored),',
    to: '',
    ...{ test: approval, named: 'finds an approval that was changed in the catalog' },
  },
  {
    guard: 'every office of the chain approves',
    file: `${retention}/approval/standing.ts`,
    from: '...chainMissing(roles),',
    to: '',
    ...{ test: approval, named: 'says of each office that it is missing' },
  },
  {
    guard: 'the lists are there and not too old',
    file: `${retention}/approval/standing.ts`,
    from: '...listsMissing(db, lists, within, today),',
    to: '',
    ...{ test: approval, named: 'lets approvals and lists lapse' },
  },
  {
    guard: 'the schedule is the one that was approved',
    file: `${retention}/approval/standing.ts`,
    from: 'if (!same) unfit',
    to: 'if (!same && today === null) unfit',
    ...{ test: approval, named: 'refuses a plan whose schedule is no longer' },
  },
  {
    guard: 'nothing goes before the day of the plan',
    file: `${retention}/approval/standing.ts`,
    from: 'if (file.asOf > today) unfit',
    to: 'if (file.asOf === null) unfit',
    ...{ test: destruction, named: 'without approvals, by one person alone' },
  },
  {
    guard: 'nothing goes by a clock behind the ledger',
    file: `${retention}/approval/standing.ts`,
    from: 'if (latest !== null && latest > at + STARTING) {',
    to: 'if (latest !== null && latest === at + STARTING + 1) {',
    ...{ test: approval, named: 'says that the clock is behind the ledger' },
  },
  {
    guard: 'the file of the plan is the one that was approved',
    file: `${retention}/approval/read-plan.ts`,
    from: '&& digestOfText(text, plan.digest) === plan.digest)',
    to: ')',
    ...{ test: destruction, named: 'where the file of the plan is not the one' },
  },
]

/** What becomes of each record on the day. */
const execution: readonly Mutant[] = [
  {
    guard: 'what anybody does between two runs is looked at',
    file: `${retention}/batches/purge.destroy.ts`,
    from: 'if (groundOf(db) !== ground) return',
    to: 'if (ground < 0) return',
    ...{ test: destruction, named: 'is everything where the schedule changes meanwhile' },
  },
  {
    guard: 'each record is judged again in the transaction that destroys it',
    file: `${retention}/execution/decide.ts`,
    from: 'if (!verdict.eligible) {',
    to: 'if (!verdict.eligible && facts === null) {',
    ...{ test: destruction, named: 'is what a hold covers that was placed between two runs' },
  },
  {
    guard: 'what was taken out of the plan stays',
    file: `${retention}/execution/decide.ts`,
    from: 'if (narrowed.has(record)) return',
    to: 'if (narrowed.has(-1)) return',
    ...{ test: destruction, named: 'is what was taken out, changed, came again' },
  },
  {
    guard: 'versions are those that were approved',
    file: `${retention}/execution/decide.ts`,
    from: 'seals.get(record) ?? []) !== commitment) {',
    to: 'seals.get(record) ?? []) === null) {',
    ...{ test: destruction, named: 'is what was taken out, changed, came again' },
  },
  {
    guard: 'the series is the one that was approved',
    file: `${retention}/execution/decide.ts`,
    from: 'if (!verdict.deciding.includes(series)) {',
    to: 'if (verdict.series === null) {',
    ...{ test: destruction, named: 'is what was put in another series since' },
  },
  {
    guard: 'a package that the plan does not name is not struck',
    file: `${retention}/execution/decide.ts`,
    from: 'if (lieIn.some((one) => !named.has(one))) {',
    to: 'if (lieIn.some((one) => one === null)) {',
    ...{ test: destruction, named: 'is what was taken out, changed, came again' },
  },
  {
    guard: 'a package with a held record waits',
    file: `${retention}/execution/decide.ts`,
    from: 'if (heldPackages || !lieIn.some((one) => held.has(one))) return null',
    to: 'if (held !== null) return null',
    ...{ test: destruction, named: 'is what lies in a package with a record under a hold' },
  },
  {
    guard: 'a thread goes together',
    file: `${retention}/execution/decide.ts`,
    from: "facts.unit !== 'thread' || (first === null && !joined)",
    to: "facts.unit !== 'thread' || true",
    ...{ test: destruction, named: 'is a thread of which one record stays' },
  },
  {
    guard: 'what is locked stays',
    file: `${retention}/execution/decide.ts`,
    from: 'if (locked.has(record)) return',
    to: 'if (locked.has(-1)) return',
    ...{ test: destruction, named: 'is what is locked, or came with an import that is not complete' },
  },
  {
    guard: 'what an unfinished import holds stays',
    file: `${retention}/execution/decide.ts`,
    from: 'if (unsettled.has(record)) return',
    to: 'if (unsettled.has(-1)) return',
    ...{ test: destruction, named: 'is what is locked, or came with an import that is not complete' },
  },
  {
    guard: 'an interrupted execution goes on',
    file: `${retention}/batches/purge.begin.ts`,
    from: 'if (known.job === job) return',
    to: 'if (known.job === null) return',
    ...{ test: destruction, named: 'goes on where it was interrupted' },
  },
  {
    guard: 'words leave the index',
    file: 'electron/core/vault/record/words.ts',
    from: '"INSERT INTO found (found, rowid, text) SELECT \'delete\', id, text FROM body WHERE id IN (SELECT value FROM json_each(?))"',
    to: '"INSERT INTO found (found, rowid, text) SELECT \'delete\', id, text FROM body WHERE id IN (SELECT value FROM json_each(?)) AND false"',
    ...{ test: destruction, named: 'leaves no unsalted digest and no word of the index' },
  },
  {
    guard: 'bytes in packages are overwritten',
    file: 'electron/core/vault/packages/strike.ts',
    from: 'writeSync(file, ZEROS, 0, Math.min(ZEROS.length, length - done), from + done)',
    to: 'Math.min(ZEROS.length, length - done, from + done)',
    ...{ test: destruction, named: 'is carried out: nothing of the records is left' },
  },
  {
    guard: 'fragments are emptied',
    file: 'electron/core/vault/record/frame.ts',
    from: "db.run('UPDATE frame SET lengths = ?, bytes = ? WHERE id = ?', JSON.stringify(packed.lengths), packed.bytes, frame)",
    to: 'packed.lengths.at(0)',
    ...{ test: destruction, named: 'is carried out: nothing of the records is left' },
  },
  {
    guard: 'files of what is destroyed are given out no more',
    file: `${retention}/execution/destroy.ts`,
    from: '    revoke(digestOf(digest))\n',
    to: '',
    ...{ test: 'test/integration/retention/guards.test.ts', named: 'is given out no more from the moment' },
  },
  {
    guard: 'files of what is destroyed go from the folder',
    file: `${retention}/execution/destroy.ts`,
    from: 'digests.map((digest) => objectPath(digestOf(digest))),',
    to: '[],',
    ...{ test: 'test/integration/retention/guards.test.ts', named: 'is given out no more from the moment' },
  },
  {
    guard: 'a file that another record names stays',
    file: 'electron/core/vault/record/destroy.ts',
    from: 'WHERE other.object_digest = own.object_digest AND other.record_id NOT IN (SELECT id FROM these))\n  GROUP BY',
    to: 'WHERE false)\n  GROUP BY',
    ...{ test: 'test/integration/retention/guards.test.ts', named: 'is given out no more from the moment' },
  },
  {
    guard: 'what was announced and is known by now stays',
    file: 'electron/core/vault/objects/announced.ts',
    from: 'if (!hasObject(db, digestBytes(digest)) && existsSync(path)) {',
    to: 'if (existsSync(path)) {',
    ...{ test: 'test/integration/retention/plan-killed.test.ts', named: 'a plan that failed at its last step' },
  },
  {
    guard: 'traces are looked for',
    file: 'electron/core/vault/trace/seek.ts',
    from: 'if (sealed.equals(sealAt(traces, number))) found(number)',
    to: 'if (sealed.length === 0) found(number)',
    ...{ test: 'test/unit/desk/seek.test.ts', named: 'meets every trace' },
  },
  {
    guard: 'what was destroyed does not come back by an import',
    file: 'electron/core/vault/record/removed.ts',
    from: 'return db.get(sql, digest, digest) !== undefined',
    to: 'return db.get(sql, digest, digest) === null',
    ...{ test: destruction, named: 'an export that brings them again does not bring them back' },
  },
]

export const mutants: readonly Mutant[] = [
  ...eligibility,
  ...custody,
  ...approvals,
  ...approving,
  ...comparing,
  ...persons,
  ...execution,
  ...officeFiles,
  ...restoring,
]

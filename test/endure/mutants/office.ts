// The guards of the office's own files, of requests and of holds, switched off one at a time.
import type { Mutant } from './mutant.ts'

const retention = 'electron/core/retention'
const repository = 'electron/core/vault/repository'
const office = 'test/integration/retention/office-files.test.ts'
const stays = { test: office, named: 'stays while a hold names it, covers a record of it' }

/** What becomes of files of the office, and what holds. */
export const officeFiles: readonly Mutant[] = [
  {
    guard: 'a file of the office that was taken out of the plan stays',
    file: `${retention}/office/decide-file.ts`,
    from: 'if (narrowed.has(keyOf(item))) return',
    to: "if (narrowed.has('')) return",
    ...stays,
  },
  {
    guard: 'a hold keeps files of the office on the day',
    file: `${retention}/office/decide-file.ts`,
    from: 'const holds = holdsOverFiles(db, records)',
    to: 'const holds = { ...holdsOverFiles(db, records), naming: () => [] }',
    ...stays,
  },
  {
    guard: 'a file of the office that was touched since stays',
    file: `${retention}/office/decide-file.ts`,
    from: 'if (commitmentOfFile(db, file) !== item.commitment)',
    to: 'if (commitmentOfFile(db, file) === null)',
    ...stays,
  },
  {
    guard: 'the series of a file of the office is the one that was approved',
    file: `${retention}/office/decide-file.ts`,
    from: 'if (judged.goes.series !== item.series)',
    to: 'if (judged.goes.series === null)',
    ...stays,
  },
  {
    guard: 'a file of what goes on stays',
    file: `${retention}/office/judge-files.ts`,
    from: 'facts.standing ?? before(facts)',
    to: 'before(facts)',
    ...{ test: 'test/integration/retention/guards.test.ts', named: 'lists no file of what goes on' },
  },
  {
    guard: 'a remainder is kept as long as the records of its import',
    file: `${retention}/office/judge-files.ts`,
    from: 'return records === 0 ? null',
    to: 'return records >= 0 ? null',
    ...{ test: 'test/integration/retention/office-remainder.test.ts', named: 'is never kept shorter than the records' },
  },
  {
    guard: 'a hold keeps files about what it covers',
    file: `${retention}/office/judge-files.ts`,
    from: 'first.eligible ? holds.covering(facts) : []',
    to: 'first.eligible ? holds.covering(facts).slice(0, 0) : []',
    ...{ test: office, named: 'is listed as on hold where a hold covers a record that it is about' },
  },
  {
    guard: 'a released hold names no file',
    file: `${retention}/commands/office-file.hold.ts`,
    from: 'if (placed === null || placed.hold.releasedAt !== null) {',
    to: 'if (placed === null) {',
    ...{ test: 'test/integration/retention/guards.test.ts', named: 'lists no file of what goes on' },
  },
  {
    guard: 'a packet goes before the file of its request',
    file: `${retention}/office/judge-files.ts`,
    from: 'packetsOf(db, id).filter((packet) => !going.has(packet))',
    to: 'packetsOf(db, id).slice(0, 0)',
    ...{ test: office, named: 'goes before the file of its request' },
  },
  {
    guard: 'what anybody does between two files of the office is looked at',
    file: `${retention}/batches/purge.destroy-file.ts`,
    from: 'if (groundOf(db) !== ground) return',
    to: 'if (ground < 0) return',
    ...{ test: office, named: 'stays where an approval is taken back before its turn' },
  },
  {
    guard: 'a purge plan is as old as the last that was entered on it',
    file: `${repository}/disposition/office-entered.ts`,
    from: "    ...all(PLAN, 'struck_at', 'plan_narrowing', 'plan_file_narrowing'),\n",
    to: '',
    ...{ test: office, named: 'is as old as the last that was entered on it' },
  },
  {
    guard: 'a request file is as old as the last note on it',
    file: `${repository}/disposition/office-entered.ts`,
    from: "    ...papersOn('request', 'request.id'),\n",
    to: '',
    ...{ test: 'test/integration/retention/office-age.test.ts', named: 'is no older than a note on it' },
  },
  {
    guard: 'a closed request holds until the retention of its file ends',
    file: 'electron/core/vault/office/request-until.ts',
    from: 'return last !== null && last < day',
    to: 'return last !== null',
    ...{ test: office, named: 'it holds past closing until its file' },
  },
  {
    guard: 'what holds one record of a thread holds the others',
    file: `${retention}/subject.ts`,
    from: 'holds: thread?.holds ?? holds,',
    to: 'holds,',
    ...{
      test: 'test/integration/retention/destruction.test.ts',
      named: 'is what stands in a thread with what is held meanwhile',
    },
  },
  {
    guard: 'a hold is narrowed by the City Attorney alone',
    file: `${retention}/commands/hold.narrow.ts`,
    from: "if (person.role !== 'city-attorney') {",
    to: "if (person.role === '') {",
    ...{
      test: 'test/integration/retention/hold-narrow.test.ts',
      named: 'is narrowed by the City Attorney’s paper alone',
    },
  },
]

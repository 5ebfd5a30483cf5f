// The guards of what is compared before a destruction: the lists of open requests and claims, and what waits for an archive; switched off one at a time.
import type { Mutant } from './mutant.ts'

const retention = 'electron/core/retention'
const law = 'test/law/listed.test.ts'
const listed = 'test/integration/retention/listed.test.ts'
const historical = 'test/integration/retention/historical.test.ts'
const answering = { test: listed, named: 'is answered for by no two without the City Attorney' }
const byName = { test: law, named: 'is held by a hold that bears its name or its number' }

/** The lists beside the vault, and the series that are marked historical. */
export const comparing: readonly Mutant[] = [
  {
    guard: 'nobody approves while an entry of a list is unanswered',
    file: `${retention}/commands/purge.approve.ts`,
    from: 'if (open.length > 0) throw refusedApproval(',
    to: 'if (open.length > 99) throw refusedApproval(',
    ...{ test: listed, named: 'is told when the plan is drawn up, and stops approval' },
  },
  {
    guard: 'nothing is destroyed while an entry of a list is unanswered',
    file: `${retention}/approval/standing.ts`,
    from: '...listedMissing(listed),',
    to: '',
    ...{ test: listed, named: 'stops an execution where it stands in a list that is given after' },
  },
  {
    guard: 'what a claim concerns is said with the City Attorney',
    file: `${retention}/commands/purge.answer.ts`,
    from: "if (persons.some((person) => knownPerson(db, person).role === 'city-attorney')) return",
    to: 'if (persons.length > 0) return',
    ...answering,
  },
  {
    guard: 'an answer names a hold that stands',
    file: `${retention}/commands/purge.answer.ts`,
    from: 'if (listedHolds(db).some(({ id }) => id === hold)) return',
    to: 'if (hold > 0) return',
    ...answering,
  },
  {
    guard: 'an answer counts as long as a list does',
    file: 'electron/core/vault/repository/disposition/listed.ts',
    from: 'return today < on || until < today ? null : { ...answer, until }',
    to: 'return { ...answer, until }',
    ...{ test: listed, named: 'is asked about again where it reads otherwise' },
  },
  {
    guard: 'an answer that names a hold falls with it',
    file: 'shared/domain/disposition/listed-judge.ts',
    from: 'return hold === undefined ? { ...row, open: true } : { ...row, answer, here: hold.label }',
    to: "return { ...row, answer, here: hold?.label ?? '' }",
    ...{ test: law, named: 'is answered by naming a hold as long as that hold stands' },
  },
  {
    guard: 'a request that was closed before the day of the list is asked about',
    file: 'shared/domain/disposition/listed-judge.ts',
    from: 'closedOn !== null && closedOn >= datedOn',
    to: 'closedOn !== null',
    ...{ test: law, named: 'is held where it is open here, told where it was closed since' },
  },
  {
    guard: 'a short number is found in no text',
    file: 'shared/domain/disposition/listed-number.ts',
    from: 'if (key.length < SHORTEST_NUMBER || (key.match(/\\p{N}/gu)?.length ?? 0) < FEWEST_DIGITS) return false',
    to: "if (key === '') return false",
    ...{ test: law, named: 'is found in a text as words of its own' },
  },
  {
    guard: 'a claim is known by a name of two words at least',
    file: 'shared/domain/disposition/listed-judge.ts',
    from: "names.map(nameKey).filter((name) => name.includes(' '))",
    to: 'names.map(nameKey)',
    ...byName,
  },
  {
    guard: 'a list has a column that is known to hold its numbers',
    file: `${retention}/plan/checked-list.ts`,
    from: "if ('headings' in read) throw unread(kind, list, read.headings)",
    to: '',
    ...{ test: listed, named: 'is refused with its headings' },
  },
  {
    guard: 'what is historical waits for an archive',
    file: `${retention}/plan/verdict.ts`,
    from: "return detail === null ? verdict : { eligible: false, reason: 'historical-waits', on: verdict.on, detail }",
    to: 'return detail === null ? verdict : verdict',
    ...{ test: historical, named: 'what is historical waits, and the plan says why' },
  },
  {
    guard: 'a thread waits for an archive with any record of it',
    file: `${retention}/custody/waiting.ts`,
    from: 'const mate = around(id).find((one) => why.has(one))',
    to: 'const mate = around(id).find((one) => one === id && why.has(one))',
    ...{ test: historical, named: 'what answers it waits with it' },
  },
  {
    guard: 'the archive’s copy is as the record is',
    file: 'shared/domain/retention/historical.ts',
    from: 'copies.some(({ receipt, same }) => receipt !== null && same)',
    to: 'copies.some(({ receipt }) => receipt !== null)',
    ...{ test: historical, named: 'what is historical waits, and the plan says why' },
  },
]

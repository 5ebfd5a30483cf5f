// The guards that ask for a second person, or for the City Attorney, before records may go sooner: switched off one at a time.
import type { Mutant } from './mutant.ts'

const commands = 'electron/core/retention/commands'
const integration = 'test/integration/retention'
const terms = { test: `${integration}/terms.test.ts`, named: 'is not computable before somebody has said so' }
const lists = { test: `${integration}/plan.test.ts`, named: 'is a report with a list that is too old' }
const office = {
  test: `${integration}/approval.test.ts`,
  named: 'is settled for less by two persons alone',
}
const less = { file: 'shared/domain/disposition/approval.ts', ...office }
const rules = { test: `${integration}/events.test.ts`, named: 'takes two as standing rules and as another unit' }
const shorter = { test: `${integration}/series.test.ts`, named: 'takes a second person after a plan, a hold' }
const moved = { test: `${integration}/guards.test.ts`, named: 'moves to an account to which a standing rule gives' }
const schedules = { test: `${integration}/guards.test.ts`, named: 'one that lets records go earlier takes two persons' }

/** Who must stand behind what lets records go sooner. */
export const persons: readonly Mutant[] = [
  {
    guard: 'two: an answer that lets a series go',
    file: `${commands}/series.answer.ts`,
    from: "if (second === null && letsGo) refuseAlone(db, 'This answer')",
    to: '',
    ...terms,
  },
  {
    guard: 'two: older lists',
    file: `${commands}/purge.set-terms.ts`,
    from: "if (older && second === null) refuseAlone(db, 'Older lists of requests and claims')",
    to: '',
    ...lists,
  },
  {
    guard: 'two: older lists have a reason',
    file: `${commands}/purge.set-terms.ts`,
    from: "if (older && second !== null && reason === '') {",
    to: 'if (older && second !== null && reason === null) {',
    ...lists,
  },
  {
    guard: 'two: a looser chain',
    file: `${commands}/disposition.settle.ts`,
    from: "if (less && second === null) refuseAlone(db, 'What asks for less than before')",
    to: '',
    ...office,
  },
  { guard: 'two: one person for all', from: '(after.alone && !before.alone) ||', to: '', ...less },
  {
    guard: 'two: approvals that count for longer',
    from: 'after.approvalDays > before.approvalDays ||',
    to: '',
    ...less,
  },
  {
    guard: 'two: one office fewer',
    from: 'before.chain.some((role) => !after.chain.includes(role))',
    to: 'before.chain.length === 0',
    ...less,
  },
  {
    guard: 'no chain does without the two offices of the statute',
    file: 'shared/domain/disposition/approval.ts',
    from: '.refine((chain) => statutoryRoles.every((role) => chain.includes(role)), {',
    to: '.refine((chain) => chain.length > 0, {',
    ...{ test: `${integration}/approval.test.ts`, named: 'lets no setting do without the two offices' },
  },
  {
    guard: 'two: an account given up that starts periods',
    file: 'electron/core/stewardship/commands/channel.step.ts',
    from: 'if (letsGo && second === null) refuseAlone(',
    to: 'if (letsGo && asked === null) refuseAlone(',
    ...{ test: `${integration}/events.test.ts`, named: 'is that of the account given up' },
  },
  {
    guard: 'two: an import moved to where a rule gives the day',
    file: 'electron/core/correction/batches/correction.move.ts',
    from: 'if (second === null && givesOtherDays(db, from, to))',
    to: 'if (second === null && from === to)',
    ...moved,
  },
  {
    guard: 'an import that is held is not moved away',
    file: 'electron/core/correction/batches/correction.move.ts',
    from: 'if (against.length > 0) {',
    to: 'if (against.length > 99) {',
    ...moved,
  },
  {
    guard: 'two: the day of an event',
    file: `${commands}/event.set.ts`,
    from: 'if (second === null) refuseTouched(',
    to: 'if (asked === null) refuseTouched(',
    ...{ test: `${integration}/events.test.ts`, named: 'takes two after a hold, also on another record' },
  },
  {
    guard: 'two: standing rules for events',
    file: `${commands}/event.rules-save.ts`,
    from: "if (second === null && !same) refuseAlone(db, 'Other standing rules for events')",
    to: '',
    ...rules,
  },
  {
    guard: 'two: another unit of retention',
    file: `${commands}/retention.unit.ts`,
    from: "if (second === null && unitInForce(db).unit !== decided.unit) refuseAlone(db, 'Another unit of retention')",
    to: '',
    ...rules,
  },
  {
    guard: 'the unit of retention is decided with the City Attorney',
    file: `${commands}/retention.unit.ts`,
    from: "if (attorney.role !== 'city-attorney') {",
    to: 'if (attorney.role === null) {',
    ...{ test: `${integration}/terms.test.ts`, named: 'are told apart where the attorney decided' },
  },
  {
    guard: 'two: a shorter series of the office’s own files',
    file: `${commands}/office-file.choose.ts`,
    from: 'if (before !== null && second === null && isShorter(',
    to: "if (before !== null && second === '' && isShorter(",
    ...{ test: `${integration}/office-files.test.ts`, named: 'of a shorter time than before needs a second person' },
  },
  {
    guard: 'what a schedule moves was looked at',
    file: `${commands}/schedule.import.ts`,
    from: 'if (seen !== seenToken(stored, schedule)) {',
    to: "if (seen === '') {",
    ...{ test: `${integration}/approval.test.ts`, named: 'refuses a plan whose schedule is no longer' },
  },
  {
    guard: 'two: a schedule that lets records go earlier',
    file: `${commands}/schedule.import.ts`,
    from: 'const code = used.find(({ series }) => moved(series).earlier > 0 || isUnmarked(old, fresh, series))?.series\n  if (code === undefined) return',
    to: "const code = 'none'\n  if (moved !== null) return",
    ...schedules,
  },
  {
    guard: 'two: a shorter series, by hand',
    file: `${commands}/classify.records.ts`,
    from: 'if (guarded.length > 0) throw needsSecond(guarded, why)',
    to: '',
    ...shorter,
  },
  {
    guard: 'two: a shorter series, in the queue',
    file: 'electron/core/retention/classify/make-decision.ts',
    from: 'if (done.why !== null) throw needsSecond([decision.record], done.why)',
    to: '',
    ...{ test: `${integration}/series.test.ts`, named: 'takes one while an open request covers the record' },
  },
  {
    guard: 'two: the longer of two series taken away',
    file: `${commands}/series.beside.ts`,
    from: 'if (why !== null && second === null) throw needsSecond([record], why)',
    to: '',
    ...{ test: `${integration}/series.test.ts`, named: 'is what remains when the longer of two is taken away' },
  },
  {
    guard: 'a hold has touched a record, also a released one',
    file: 'electron/core/retention/classify/second-person.ts',
    from: "if (marks.hold === 1) return 'a hold'",
    to: '',
    ...{ test: `${integration}/series.test.ts`, named: 'takes one after a hold, even a released one' },
  },
  {
    guard: 'what is shorter by the schedule of today is shorter, whatever that of next year says',
    file: 'electron/core/retention/classify/second-person.ts',
    from: 'compiled.some((one) => isShorter(one, from, to, retentionLaw))',
    to: 'compiled.slice(-1).some((one) => isShorter(one, from, to, retentionLaw))',
    ...{ test: `${integration}/series.test.ts`, named: 'is one that is shorter' },
  },
  {
    guard: 'a plan has touched a record',
    file: 'electron/core/retention/classify/second-person.ts',
    from: "if (planned(plans)) return 'a purge plan'",
    to: '',
    ...shorter,
  },
  {
    guard: 'what was planned while it stood in a longer series stays touched',
    file: 'electron/core/retention/classify/second-person.ts',
    from: 'series !== null && longer(series) && plans.some((at) => at >= since && (until === null || at < until)),',
    to: 'series !== null && longer(series) && until === null && plans.some((at) => at >= since),',
    ...{ test: `${integration}/series.test.ts`, named: 'is not reached by deciding the same once more after a plan' },
  },
  {
    guard: 'the second person is another one',
    file: 'electron/core/vault/second-person.ts',
    from: 'if (actor.person === null || actor.person === second) {',
    to: 'if (actor.person === null) {',
    ...terms,
  },
  {
    guard: 'the second person is one of the register who acts still',
    file: 'electron/core/vault/second-person.ts',
    from: 'if (listPeople(db).some(({ id, endedAt }) => id === second && endedAt === undefined)) return second',
    to: 'if (listPeople(db).length > 0) return second',
    ...shorter,
  },
  {
    guard: 'a hold anywhere makes what concerns the whole vault take two',
    file: 'electron/core/vault/repository/retention/series-beside.ts',
    from: ' OR EXISTS (SELECT 1 FROM hold)',
    to: '',
    ...rules,
  },
  {
    guard: 'a plan makes what concerns the whole vault take two',
    file: 'electron/core/vault/repository/retention/series-beside.ts',
    from: 'EXISTS (SELECT 1 FROM plan) OR ',
    to: '',
    ...terms,
  },
]

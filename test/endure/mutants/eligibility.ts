// The guards that keep a record from being eligible, switched off one at a time.
import type { Mutant } from './mutant.ts'

const retention = 'electron/core/retention'
const law = 'test/law/retention.test.ts'
const unit = 'test/unit/retention/retention.test.ts'
const events = 'test/integration/retention/events.test.ts'
const golden = { test: 'test/law/retention-golden.test.ts', named: 'agrees with the golden table in every row' }

/** Whether a record may go at all. */
export const eligibility: readonly Mutant[] = [
  {
    guard: 'a hold keeps what it covers',
    file: 'shared/domain/retention/eligibility.ts',
    from: 'if (holds.length === 0) return verdict',
    to: 'if (holds.length >= 0) return verdict',
    ...{ test: law, named: 'is never given under a hold, whatever else is true' },
  },
  {
    guard: 'an open request holds from its receipt',
    file: `${retention}/hold/standing-holds.ts`,
    from: 'of holdingRequests(db)) {',
    to: 'of holdingRequests(db).slice(0, 0)) {',
    ...{ test: 'test/integration/retention/hold.test.ts', named: 'is not the only thing that holds' },
  },
  {
    guard: 'a hold keeps what it froze, though its search finds it no longer',
    file: `${retention}/hold/standing-holds.ts`,
    from: 'const listed = (frozen?.get(row.id) ?? [])',
    to: 'const listed = ([] as number[])',
    ...{ test: 'test/integration/retention/hold.test.ts', named: 'covers what comes later, and keeps' },
  },
  {
    guard: 'nothing under two years goes',
    file: 'shared/domain/retention/eligibility.ts',
    from: 'const on = later(longest.on, floor)',
    to: 'const on = longest.on',
    ...{ test: law, named: 'never comes before two years of age in any zone' },
  },
  {
    guard: 'the kinds of 34090(a), (b), (c), (e) never go',
    file: 'shared/domain/retention/eligibility.ts',
    from: 'if (excluded) {',
    to: 'if (excluded && asOf === null) {',
    ...{ test: unit, named: 'refuses a series that the schedule lacks' },
  },
  {
    guard: 'what a series was answered to hold of 34090(a), (b), (c), (e) never goes',
    file: 'shared/domain/retention/eligibility.ts',
    from: '[found.series.exclusion, ...(found.protection ?? [])]',
    to: '[found.series.exclusion]',
    ...golden,
  },
  {
    guard: 'what the schedule itself says is of 34090(a), (b), (c), (e) never goes',
    file: 'shared/domain/retention/eligibility.ts',
    from: '[found.series.exclusion, ...(found.protection ?? [])]',
    to: '[...(found.protection ?? [])]',
    ...{ test: unit, named: 'refuses a series that the schedule lacks' },
  },
  {
    guard: 'a schedule is no authority before it is in force',
    file: 'shared/domain/retention/eligibility.ts',
    from: 'if (schedule.schedule.effectiveFrom > asOf || schedule.schedule.adoptedOn > asOf) {',
    to: 'if (asOf === null) {',
    ...{ test: unit, named: 'refuses a series that the schedule lacks' },
  },
  {
    guard: 'a series that nobody answered for is not computable',
    file: 'shared/domain/retention/series.ts',
    from: 'if (protection === null && series.exclusion === null) {',
    to: 'if (protection === null && series.exclusion === null && term === null) {',
    ...{ test: 'test/integration/retention/terms.test.ts', named: 'is not computable before somebody has said so' },
  },
  {
    guard: 'a code that nobody explained is not computable',
    file: 'shared/domain/retention/series.ts',
    from: "if (term.kind === 'unmapped') {",
    to: "if (term.kind === 'unmapped') return { kind: 'dated', code: applied.code, on: LocalDate.parse('2000-01-01'), disposition: 'destroy' }\n  if (term.kind === 'unmapped') {",
    ...golden,
  },
  {
    guard: 'what waits for its event has no day',
    file: 'shared/domain/retention/series.ts',
    from: "if (term.basis === 'event' && applied.eventOn === null) {",
    to: "applied = { ...applied, eventOn: applied.eventOn ?? age }\n  if (term.basis === 'event' && applied.eventOn === null) {",
    ...golden,
  },
  {
    guard: 'an imprecise time counts at its latest day',
    file: 'shared/domain/retention/age.ts',
    from: "if (precision === 'month') return endOfMonth(latest)",
    to: "if (precision === 'month') return latest",
    ...golden,
  },
  {
    guard: 'a time without a zone counts at its latest instant',
    file: 'shared/domain/retention/age.ts',
    from: 'return zoned ? day : dayIn(',
    to: 'return zoned || day !== null ? day : dayIn(',
    ...golden,
  },
  {
    guard: 'the longest of several series decides',
    file: 'shared/domain/retention/eligibility.ts',
    from: ': one.on > other.on',
    to: ': one.on < other.on',
    ...{ test: law, named: 'is decided by the longest of several series' },
  },
  {
    guard: 'the day of an event that lets a touched record go sooner takes two persons',
    file: `${retention}/classify/sooner.ts`,
    from: 'if (why !== null) return { record: member, why }',
    to: "if (why === '') return { record: member, why }",
    ...{ test: events, named: 'takes two after a hold, also on another record of the thread' },
  },
  {
    guard: 'standing rules for events and another unit take two persons once anything is touched',
    file: 'electron/core/vault/second-person.ts',
    from: '  if (!anyTouched(db)) return\n',
    to: '  if (!anyTouched(db) || what !== null) return\n',
    ...{ test: events, named: 'takes two as standing rules and as another unit' },
  },
  {
    guard: 'a hold is released by the City Attorney',
    file: `${retention}/commands/hold.release.ts`,
    from: "if (person.role !== 'city-attorney') {",
    to: 'if (person.role === null) {',
    ...{
      test: 'test/integration/retention/hold.test.ts',
      named: 'is released by a person that the vault knows, in writing',
    },
  },
  {
    guard: 'what was destroyed by a certificate alone keeps its number',
    file: 'electron/core/retention/restore/again.ts',
    from: 'for (const file of files) tellDestroyedFile(db, file)',
    to: 'for (const file of files.slice(files.length)) tellDestroyedFile(db, file)',
    ...{
      test: 'test/integration/retention/office-restore.test.ts',
      named: 'has none of them by the certificate alone',
    },
  },
]

// The guards that keep custody of a record from being given up, switched off one at a time.
import type { Mutant } from './mutant.ts'

const judgement = 'shared/domain/retention/custody.ts'
const retention = 'electron/core/retention'
const law = 'test/law/custody.test.ts'
const plan = 'test/integration/retention/custody.test.ts'
const listed = { test: plan, named: 'lists what an archive has signed for' }

/** Whether custody may be given up. */
export const custody: readonly Mutant[] = [
  {
    guard: 'custody: a hold keeps what it covers',
    file: judgement,
    from: 'if (subject.holds.length > 0) return',
    to: 'if (subject.holds.length > 99) return',
    ...{ test: law, named: 'never under a hold' },
  },
  {
    guard: 'custody: the kinds of 34090(a), (b), (c), (e) never go',
    file: judgement,
    from: 'if (excluded) return',
    to: 'if (excluded && asOf === null) return',
    ...{ test: law, named: 'never of what a series of it can hold' },
  },
  {
    guard: 'custody: what a series was answered to hold of 34090(a), (b), (c), (e) never goes',
    file: judgement,
    from: '[series.exclusion, ...(protection ?? [])]',
    to: '[series.exclusion]',
    ...{ test: law, named: 'never of what a series of it can hold' },
  },
  {
    guard: 'custody: what the schedule itself says is of 34090(a), (b), (c), (e) never goes',
    file: judgement,
    from: '[series.exclusion, ...(protection ?? [])]',
    to: '[...(protection ?? [])]',
    ...{ test: law, named: 'never of what a series of it can hold' },
  },
  {
    guard: 'custody: a series that nobody answered for stays',
    file: judgement,
    from: 'if (unanswered) {',
    to: 'if (unanswered && asOf === null) {',
    ...{ test: law, named: 'never of what a series of it can hold' },
  },
  {
    guard: 'custody: a schedule is no authority before it is in force',
    file: judgement,
    from: 'if (schedule.effectiveFrom > asOf || schedule.adoptedOn > asOf) {',
    to: 'if (asOf === null) {',
    ...{ test: law, named: 'a schedule that is not in force is no authority' },
  },
  {
    guard: 'custody: each of several series must be computable',
    file: judgement,
    from: "if (outcome.kind !== 'dated' && outcome.kind !== 'permanent') return",
    to: "if (outcome.kind === 'series-unknown') return",
    ...{ test: law, named: 'indefinite' },
  },
  {
    guard: 'custody: nothing but lasting series',
    file: judgement,
    from: 'const deciding = known.filter(isLasting).map(',
    to: 'const deciding = known.map(',
    ...{ test: law, named: 'only where each of its series allows it' },
  },
  {
    guard: 'custody: nothing under two years goes',
    file: judgement,
    from: 'const on = ends.reduce(later, floor)',
    to: 'const on = ends.reduce(later, age.day)',
    ...{ test: law, named: 'never before two years of age' },
  },
  {
    guard: 'custody: no period of a series may still run',
    file: judgement,
    from: "(outcome.kind === 'dated' ? [outcome.on] : [])",
    to: '(outcome === null ? [floor] : [])',
    ...{ test: law, named: 'not-yet' },
  },
  {
    guard: 'custody: what is to be reviewed stays',
    file: judgement,
    from: 'if (reviewed) return',
    to: 'if (reviewed === null) return',
    ...{ test: law, named: 'review-required' },
  },
  {
    guard: 'custody: only upon a receipt',
    file: judgement,
    from: 'if (same && receipt !== null) return',
    to: 'if (same) return',
    ...{ test: law, named: 'only upon a copy that an archive has signed for' },
  },
  {
    guard: 'custody: only upon a copy that is as the record is',
    file: judgement,
    from: 'if (same && receipt !== null) return',
    to: 'if (receipt !== null) return',
    ...{ test: law, named: 'only upon a copy that an archive has signed for' },
  },
  {
    guard: 'custody: versions are those of the copy',
    file: `${retention}/custody/copies.ts`,
    from: 'same: commitment === versions && ',
    to: 'same: ',
    ...listed,
  },
  {
    guard: 'custody: the copy has every picture and recording',
    file: `${retention}/custody/copies.ts`,
    from: '(digests.length === 0 || (files !== null && bagged === files))',
    to: 'digests.length >= 0',
    ...listed,
  },
  {
    guard: 'custody: the receipt is the one that the plan rests on',
    file: `${retention}/approval/standing.ts`,
    from: '...receiptsMissing(db, folder, file),',
    to: '',
    ...{ test: plan, named: 'is approved by sentences of its own' },
  },
  {
    guard: 'custody: the copy is the one that was approved',
    file: `${retention}/execution/decide.ts`,
    from: "if (kind === 'custody' && approved",
    to: 'if (kind === null && approved',
    ...{ test: plan, named: 'is carried out as a destruction is' },
  },
  {
    guard: 'custody: signers say what they sign',
    file: 'shared/domain/disposition/approval.ts',
    from: "says[custody === undefined ? 'destruction' : 'custody'],",
    to: 'says.destruction,',
    ...{ test: plan, named: 'is approved by sentences of its own' },
  },
]

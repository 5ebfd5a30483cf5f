import { MunimentError } from '../../../../shared/contract/error.ts'
import { classifyRules } from '../../../../shared/contract/schedule.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import {
  countRecords,
  decidedByHand,
  keyRange,
  ruleCandidates,
} from '../../vault/repository/retention/classification.ts'
import { rulesInForce } from '../../vault/repository/retention/rule.ts'
import classifyDecide from '../batches/classify.decide.ts'
import { type DecidedByRules, GUARDED } from '../classify/decide-by-rules.ts'
import { type Conflict, ruleJudge } from '../classify/judge-rules.ts'
import { threadsNamed } from '../classify/rule-threads.ts'
import { dayFinder } from '../days.ts'
import { PAGE } from '../pace.ts'
import { refuseUnknownSeries } from '../schedule/current-schedule.ts'
import { nextTurn } from '../turn.ts'

const MOST_FINDINGS = 200
const NONE: DecidedByRules = { decided: 0, guarded: [] }

export default work(classifyRules, false, async (context) => {
  const { db, folder, signal } = context
  const inForce = rulesInForce(db)
  if (inForce === null) {
    throw new MunimentError(
      'RULES_MISSING',
      'There are no classification rules yet. Nothing was changed; save some first.',
    )
  }
  const { set, rules } = inForce
  refuseUnknownSeries(
    db,
    rules.map(({ series, name }) => ({ series, by: `rule “${name}”` })),
  )
  const judge = ruleJudge(rules, set, {
    dayOf: dayFinder(readVaultFile(folder).zone),
    inThread: threadsNamed(db, rules),
  })
  const total = countRecords(db)
  const findings: Conflict[] = []
  let [looked, classified, conflicts, byHand] = [0, 0, 0, 0]
  const take = ({ decided, guarded }: DecidedByRules) => {
    classified += decided
    for (const record of guarded.slice(0, MOST_FINDINGS - findings.length)) findings.push({ record, sentence: GUARDED })
  }
  // The writer decides on one run of records while the next one is read.
  let writing: Promise<DecidedByRules> = Promise.resolve(NONE)
  let after = Number.MIN_SAFE_INTEGER
  for (let range = keyRange(db, after, PAGE); range; range = keyRange(db, after, PAGE)) {
    signal.throwIfAborted()
    const judged = ruleCandidates(db, after, range.last, set).map(judge)
    const decisions = judged.flatMap(({ decision }) => decision ?? [])
    for (const { conflict } of judged) {
      if (conflict === null) continue
      conflicts += 1
      if (findings.length < MOST_FINDINGS) findings.push(conflict)
    }
    byHand += decidedByHand(db, after, range.last)
    looked += range.records
    after = range.last
    take(await writing)
    await nextTurn(signal)
    context.progress({ stage: 'classifying', done: looked, total, unit: 'records' })
    writing = decisions.length > 0 ? context.write(classifyDecide, { decisions }) : Promise.resolve(NONE)
  }
  take(await writing)
  return { looked, classified, conflicts, untouched: looked - classified, byHand, findings }
})

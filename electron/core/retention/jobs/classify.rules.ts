import { MunimentError } from '../../../../shared/contract/error.ts'
import { classifyRules } from '../../../../shared/contract/schedule.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { countRecords, decidedByHand, keyRange, ruleCandidates } from '../../vault/repository/classification.ts'
import { rulesInForce } from '../../vault/repository/rule.ts'
import classifyDecide from '../batches/classify.decide.ts'
import { refuseUnknownSeries } from '../current-schedule.ts'
import { dayFinder } from '../days.ts'
import { type Conflict, ruleJudge } from '../judge-rules.ts'
import { PAGE } from '../pace.ts'
import { nextTurn } from '../turn.ts'

const MOST_FINDINGS = 200

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
  const judge = ruleJudge(rules, set, dayFinder(readVaultFile(folder).zone))
  const total = countRecords(db)
  const findings: Conflict[] = []
  let [looked, classified, conflicts, byHand] = [0, 0, 0, 0]
  // The writer decides on one run of records while the next one is read.
  let writing: Promise<{ readonly decided: number }> = Promise.resolve({ decided: 0 })
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
    classified += (await writing).decided
    await nextTurn(signal)
    context.progress({ stage: 'classifying', done: looked, total, unit: 'records' })
    writing = decisions.length > 0 ? context.write(classifyDecide, { decisions }) : Promise.resolve({ decided: 0 })
  }
  classified += (await writing).decided
  return { looked, classified, conflicts, untouched: looked - classified, byHand, findings }
})

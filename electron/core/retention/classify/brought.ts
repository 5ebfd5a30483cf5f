// Records that an import, a capture or a new reading brought, or that moved to another account, put into series by the rules in force. Persons' decisions stand, and nothing that a
// request, a hold or a plan has touched gets a shorter series: what is left so is told.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { BroughtClassification } from '../../../../shared/domain/classify/brought.ts'
import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import type { ClassifyBrought } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordsSeenIn } from '../../vault/repository/intake/observed.ts'
import { candidatesAmong, standingsAmong } from '../../vault/repository/retention/classification.ts'
import { rulesInForce } from '../../vault/repository/retention/rule.ts'
import classifyBroughtBatch from '../batches/classify.brought.ts'
import { dayFinder } from '../days.ts'
import { PAGE } from '../pace.ts'
import { refuseUnknownSeries } from '../schedule/current-schedule.ts'
import { nextTurn } from '../turn.ts'
import { named, placeOf } from './brought-place.ts'
import { ruleJudge } from './judge-rules.ts'
import { threadsNamed } from './rule-threads.ts'

/** Classifies them; taken up from the last batch that was committed. */
export const classifyBrought: ClassifyBrought = async (context, { accessions, checkpoint }) => {
  const { db, folder, signal } = context
  const inForce = rulesInForce(db)
  if (inForce === null) return null
  const { set, rules } = inForce
  const records = recordsSeenIn(db, accessions)
  const refused = whyRefused(db, rules)
  let place = placeOf(checkpoint.classifying, set)
  const judge = ruleJudge(rules, set, {
    dayOf: dayFinder(readVaultFile(folder).zone),
    inThread: threadsNamed(db, rules),
  })
  const from = place.after
  const left = refused !== null ? [] : from === null ? records : records.filter((record) => record > from)
  for (const page of pagesOf(left)) {
    await nextTurn(signal)
    const judged = candidatesAmong(db, page, set).map(judge)
    const decisions = judged.flatMap(({ decision }) => decision ?? [])
    const conflicts = judged.flatMap(({ conflict }) => conflict ?? [])
    place = {
      ...place,
      after: page.at(-1) ?? place.after,
      looked: place.looked + page.length,
      conflicts: place.conflicts + conflicts.length,
      findings: named(place.findings, conflicts),
    }
    const progress = { stage: 'classifying', done: place.looked, total: records.length, unit: 'records' }
    context.progress(progress)
    if (decisions.length === 0) continue
    const payload = { job: context.id, accessions, decisions, place, checkpoint, progress }
    place = await context.write(classifyBroughtBatch, payload)
  }
  const { decided, conflicts, guarded, findings } = place
  return { ruleSet: set, refused, ...standing(db, records, rules), decided, conflicts, guarded, findings }
}

/** How the records stand now: by which rule, by hand, or in no series. */
function standing(
  db: Driver,
  records: readonly number[],
  rules: readonly Rule[],
): Pick<BroughtClassification, 'records' | 'rules' | 'byHand' | 'withoutSeries'> {
  const names = new Map(rules.map(({ id, name }) => [id, name]))
  const byRule = new Map<string, BroughtClassification['rules'][number]>()
  let [byHand, withoutSeries] = [0, 0]
  for (const page of pagesOf(records)) {
    for (const one of standingsAmong(db, page)) {
      if (one.byHand === 1) byHand += one.records
      else if (one.series === null) withoutSeries += one.records
      // One without a rule stands again as a person had decided.
      else if (one.rule === null) byHand += one.records
      else {
        const key = JSON.stringify([one.rule, one.series])
        const known = byRule.get(key)?.records ?? 0
        const { rule, series } = one
        byRule.set(key, { rule, name: names.get(rule) ?? rule, series, records: known + one.records })
      }
    }
  }
  const standing = [...byRule.values()].sort((one, other) => other.records - one.records)
  const inSeries = standing.reduce((sum, one) => sum + one.records, 0)
  return { records: inSeries + byHand + withoutSeries, rules: standing, byHand, withoutSeries }
}

/** Rules that name a series which the schedule no longer has decide nothing, and what was brought is kept all the same. */
function whyRefused(db: Driver, rules: readonly Rule[]): string | null {
  try {
    refuseUnknownSeries(
      db,
      rules.map(({ series, name }) => ({ series, by: `rule “${name}”` })),
    )
    return null
  } catch (error) {
    if (error instanceof MunimentError) return error.message
    throw error
  }
}

function* pagesOf(records: readonly number[]): Generator<readonly number[]> {
  for (let at = 0; at < records.length; at += PAGE) yield records.slice(at, at + PAGE)
}

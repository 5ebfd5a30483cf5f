// Rules tried on every record while they are edited: stretch by stretch, so that the numbers grow and a new wording begins anew.
import { useEffect, useState } from 'react'
import { rulesTry } from '../../../../shared/contract/bulk.ts'
import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { ask, type Output } from '../../../client/call.ts'

export interface Disagreement {
  readonly wins: string
  readonly loses: string
  readonly records: number
  readonly example: RecordId
}

/** What a rule would do, counted so far. */
export type RuleCounts = Omit<Output<typeof rulesTry>['rules'][number], 'id'>

export interface Trial {
  readonly looked: number
  readonly total: number
  readonly done: boolean
  readonly counts: ReadonlyMap<string, RuleCounts>
  readonly conflicts: readonly Disagreement[]
}

const TYPING_PAUSE = 250
const nothing: Trial = { looked: 0, total: 0, done: false, counts: new Map(), conflicts: [] }

/** What the rules would do; null while there are none. The numbers before stay until the first new ones are here. */
export function useTrial(rules: readonly Rule[]): Trial | null {
  const [trial, setTrial] = useState<Trial | null>(null)
  const wanted = JSON.stringify(rules.map(({ id, order, when, series }) => ({ id, order, when, series })))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names and reasons of rules change nothing of what they fit
  useEffect(() => {
    const asking = new AbortController()
    const timer = setTimeout(() => void count(rules, asking.signal, setTrial), TYPING_PAUSE)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [wanted])
  return rules.length === 0 ? null : trial
}

async function count(rules: readonly Rule[], signal: AbortSignal, tell: (trial: Trial) => void): Promise<void> {
  if (rules.length === 0) return
  let trial = nothing
  let after: RecordId | null = null
  try {
    while (!trial.done) {
      const stretch: Output<typeof rulesTry> = await ask(rulesTry, { rules: [...rules], after }, signal)
      trial = addStretch(trial, stretch)
      after = stretch.last
      if (!signal.aborted) tell(trial)
    }
  } catch {
    // Given up for a newer wording, or the vault is closed: the window says so.
  }
}

/** The counts so far with those of a further stretch. */
export function addStretch(trial: Trial, stretch: Output<typeof rulesTry>): Trial {
  const counts = new Map(trial.counts)
  for (const { id, matches, decides, earlier, later } of stretch.rules) {
    const known = counts.get(id) ?? { matches: 0, decides: 0, earlier: 0, later: 0 }
    counts.set(id, {
      ...{ matches: known.matches + matches, decides: known.decides + decides },
      ...{ earlier: known.earlier + earlier, later: known.later + later },
    })
  }
  const conflicts = new Map(trial.conflicts.map((one) => [`${one.wins} ${one.loses}`, one]))
  for (const one of stretch.conflicts) {
    const known = conflicts.get(`${one.wins} ${one.loses}`)
    conflicts.set(`${one.wins} ${one.loses}`, known ? { ...known, records: known.records + one.records } : one)
  }
  return {
    looked: trial.looked + stretch.looked,
    total: stretch.total ?? trial.total,
    done: stretch.last === null,
    counts,
    conflicts: [...conflicts.values()],
  }
}

// What a later production adds to the packets of its request that stand: what is new, and what is told otherwise than before.
import { canonicalJson } from '../../vault/canonical.ts'
import type { EarlierItem } from '../../vault/repository/packet/packet-set.ts'
import type { Delta } from '../document.ts'
import { FrozenDecision } from '../review/frozen.ts'
import type { Chosen } from './order.ts'

/** A decision as far as what it leaves out is concerned. */
interface Told {
  readonly outcome: string
  readonly redactions: readonly object[]
}

/** Whether the newest packet that stands tells a record exactly as it would be told now. `decision` null: nothing was reviewed. */
export function isTold(earlier: EarlierItem | undefined, { number }: Chosen, decision: Told | null): boolean {
  if (earlier === undefined || earlier.number !== number) return false
  const before = earlier.decision === null ? null : FrozenDecision.parse(JSON.parse(earlier.decision))
  return leftOut(before) === leftOut(decision)
}

/** What is left out of a record, whatever the number of its ground. */
function leftOut(decision: Told | null): string {
  if (decision === null || decision.outcome === 'release') return 'nothing'
  if (decision.outcome === 'withhold') return 'all'
  const parts = decision.redactions.map((one) => {
    const { key: _key, ground: _ground, made: _made, ...what } = { key: 0, ground: null, made: null, ...one }
    return canonicalJson(what)
  })
  return parts.sort().join('\n')
}

/** How a production stands to the earlier packets; null where it has none to stand to. */
export function deltaOf(
  earlier: ReadonlyMap<number, EarlierItem>,
  items: readonly Chosen[],
  unchanged: number,
): Delta | null {
  if (earlier.size === 0) return null
  const productions = [...new Set([...earlier.values()].map(({ production }) => production))].sort((a, b) => a - b)
  const replaced = items.flatMap(({ id }, position) => {
    const before = earlier.get(id)
    if (before === undefined) return []
    const outcome = before.decision === null ? null : FrozenDecision.parse(JSON.parse(before.decision)).outcome
    return [{ position, label: before.label, production: before.production, wasWithheld: outcome === 'withhold' }]
  })
  return { productions, unchanged, replaced }
}

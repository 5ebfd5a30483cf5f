import type { z } from 'zod'
import { reviewList } from '../../../../shared/contract/review.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import type { Catalogue } from '../../../../shared/domain/review/exemption.ts'
import { type AppliedGround, groundsOf, type ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { readVaultFile } from '../../vault/about.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import { answer } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { lastSignature } from '../../vault/repository/review/review-signature.ts'
import { turns } from '../../vault/turns.ts'
import { catalogueOf } from '../catalogue.ts'
import { knownRequest } from '../known-request.ts'
import { lawOf } from '../law-book.ts'
import { unanswered } from '../review/carrying.ts'
import { responsiveSet } from '../review/responsive-set.ts'
import { changedAmong, standingInTurns } from '../review/standing.ts'

/** So many records are looked at between two turns. */
const AT_ONCE = 200

export default answer(reviewList, async (context, { request: id }) => {
  const request = knownRequest(context.db, id)
  const turn = turns(context.signal)
  const { decisions, digest } = await standingInTurns(context.db, id, turn)
  const items: z.output<typeof reviewList.output>['items'] = []
  const found = await responsiveSet(context, request)
  for (let at = 0; at < found.length; at += AT_ONCE) {
    const some = found.slice(at, at + AT_ONCE)
    const changed = changedAmong(
      context.db,
      some.flatMap((one) => decisions.get(one.id) ?? []),
    )
    for (const { id: record } of some) {
      const outcome = changed.has(record) ? null : (decisions.get(record)?.outcome ?? null)
      items.push({ record: RecordId.parse(record), outcome })
    }
    await turn()
  }
  const last = lastSignature(context.db, id)
  const signature =
    last === null
      ? null
      : { by: last.by, at: last.at, current: digestOf(last.decisions) === digest, key: last.key?.id ?? null }
  const { city } = readVaultFile(context.folder)
  const catalogue = catalogueOf(context.db, context.folder)
  const open = lawOf(city).hasOrdinance ? await unansweredIn(decisions.values(), catalogue, turn) : []
  const grounds = await groundsIn(decisions.values(), catalogue, turn)
  return { items, grounds, unanswered: open, decisions: digest, signature }
})

/** The permissive exemptions that ask what the ordinance requires, and in how many records. */
async function unansweredIn(
  decisions: Iterable<ReviewDecision>,
  catalogue: Catalogue,
  turn: () => Promise<void>,
): Promise<{ exemption: string; citation: string; records: number }[]> {
  const open = new Map<string, number>()
  for (const decision of decisions) {
    for (const exemption of unanswered(decision, catalogue)) open.set(exemption, (open.get(exemption) ?? 0) + 1)
    await turn()
  }
  return [...open].map(([exemption, records]) => ({
    exemption,
    citation: catalogue(exemption)?.citation ?? exemption,
    records,
  }))
}

/** Each different ground and in how many records it was applied, the one used last first. */
async function groundsIn(
  decisions: Iterable<ReviewDecision>,
  catalogue: Catalogue,
  turn: () => Promise<void>,
): Promise<{ ground: AppliedGround; citation: string; records: number }[]> {
  const found = new Map<string, { ground: AppliedGround; records: number; last: number }>()
  for (const decision of decisions) {
    const own = new Map(groundsOf(decision).map((ground) => [canonicalJson(ground), ground]))
    for (const [name, ground] of own) {
      const known = found.get(name)
      const last = Math.max(known?.last ?? 0, decision.decidedAt)
      found.set(name, { ground, records: (known?.records ?? 0) + 1, last })
    }
    await turn()
  }
  const ordered = [...found.values()].sort((a, b) => b.last - a.last)
  return ordered.map(({ ground, records }) => ({
    ground,
    citation: catalogue(ground.exemption)?.citation ?? ground.exemption,
    records,
  }))
}

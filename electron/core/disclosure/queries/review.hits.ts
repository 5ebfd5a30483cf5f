import { reviewHits } from '../../../../shared/contract/review.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { answer } from '../../vault/handler.ts'
import { restrictedAmong } from '../../vault/repository/record/restriction.ts'
import { keptWords } from '../../vault/repository/review/review.ts'
import { turns } from '../../vault/turns.ts'
import { knownRequest } from '../known-request.ts'
import { type Hit, hitsAmong, redactedInTurns } from '../review/hits.ts'
import { responsiveSet } from '../review/responsive-set.ts'
import { standingInTurns } from '../review/standing.ts'

const MOST = 200

export default answer(reviewHits, async (context, { request: id, opened }) => {
  const { db, signal } = context
  const request = knownRequest(db, id)
  const turn = turns(signal)
  const { decisions } = await standingInTurns(db, id, turn)
  const words = await redactedInTurns(db, decisions.values(), turn)
  const kept = keptWords(db, id)
  const hits: Hit[] = []
  const ids = (await responsiveSet(context, request)).map((one) => one.id)
  for (const some of hitsAmong(db, ids, decisions, words, kept)) {
    hits.push(...some)
    await turn()
  }
  const some = hits.slice(0, MOST)
  const guarded = guardedAmong(db, some, opened)
  return { hits: some.map((hit) => unsaid(hit, guarded)), more: Math.max(0, hits.length - MOST) }
})

/** The restricted records of hits that were not opened on purpose. */
function guardedAmong(db: Driver, hits: readonly Hit[], opened: readonly RecordId[]): ReadonlySet<number> {
  const met = [...new Set(hits.flatMap(({ record, redactedIn }) => [record, redactedIn]))]
  return new Set([...restrictedAmong(db, met)].filter((id) => !opened.some((one) => one === id)))
}

/** Without what a guarded record says; the words are those of both records, so that one that is shown may show them. */
function unsaid(hit: Hit, guarded: ReadonlySet<number>) {
  const there = guarded.has(hit.record)
  return {
    ...hit,
    words: there && guarded.has(hit.redactedIn) ? null : hit.words,
    shown: there ? null : hit.shown,
  }
}

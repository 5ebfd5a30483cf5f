import { reviewHits } from '../../../../shared/contract/review.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { answer } from '../../vault/handler.ts'
import { restrictedAmong } from '../../vault/repository/record/restriction.ts'
import { keptWords } from '../../vault/repository/review/review.ts'
import { turns } from '../../vault/turns.ts'
import { knownRequest } from '../known-request.ts'
import { type Hit, hitsIn, type Perhaps, perhapsAmong } from '../review/hits.ts'
import { readRemembering } from '../review/reading.ts'
import { redactedInTurns } from '../review/redacted-words.ts'
import { responsiveSet } from '../review/responsive-set.ts'
import { standingInTurns } from '../review/standing.ts'

/** Records are read whole until so many hits are found: fewer are told only where there are no more. */
const MOST = 100

export default answer(reviewHits, async (context, { request: id, opened }) => {
  const { db, signal } = context
  const request = knownRequest(db, id)
  const turn = turns(signal)
  const { decisions } = await standingInTurns(db, id, turn)
  const words = await redactedInTurns(db, decisions.values(), turn)
  const asked = { db, reading: readRemembering(db), decisions, words, kept: keptWords(db, id) }
  const hits: Hit[] = []
  let more = 0
  const ids = (await responsiveSet(context, request)).map((one) => one.id)
  for (const some of perhapsAmong(asked, ids)) {
    for (const one of some) {
      if (hits.length >= MOST) {
        more += placesOf(one)
        continue
      }
      hits.push(...hitsIn(asked, one))
      await turn()
    }
    await turn()
  }
  const guarded = guardedAmong(db, hits, opened)
  return { hits: hits.map((hit) => unsaid(hit, guarded)), more }
})

/** In how many places a record says words or holds files at most, where it is not read whole. */
function placesOf({ sought, files }: Perhaps): number {
  return sought.length + files.length
}

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

import { MunimentError } from '../../../../shared/contract/error.ts'
import { reviewDecide } from '../../../../shared/contract/review.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { textsOf } from '../../../../shared/domain/record-texts.ts'
import { groundsOf, lacking, type ReviewDraft } from '../../../../shared/domain/review.ts'
import { occurrencesOf } from '../../../../shared/text/occurrences.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply } from '../../vault/handler.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { refuseLocked } from '../../vault/repository/lock.ts'
import { contentsOf, insertReviewDecision, reviewHistory } from '../../vault/repository/review.ts'
import { knownRequest } from '../known-request.ts'
import { actorOf } from '../review/actor.ts'
import { hasChanged } from '../review/standing.ts'

export default apply(reviewDecide, ['requests', 'ledger'], ({ db, now, actor, note }, input) => {
  const { request, records, decision, seen, known, onlyOpen } = input
  knownRequest(db, request)
  const by = actorOf(actor)
  if ((seen !== null || known !== null) && records.length > 1)
    throw invalid('What was seen and known is said of one record at a time.')
  if (decision !== null) refuseUnsound(db, records, decision)
  let decided = 0
  for (const record of records) {
    refuseLocked(db, record)
    const before = known === null && !onlyOpen ? [] : reviewHistory(db, request, record)
    if (known !== null && before.length !== known)
      throw invalid(
        `Somebody decided on record ${record} since you looked; what they decided stands. Look at it again.`,
      )
    const standing = before[0]?.decision ?? null
    if (onlyOpen && standing !== null && !hasChanged(db, standing)) continue
    const versions = contentsOf(db, record)
    if (versions.length === 0) throw new MunimentError('RECORD_UNKNOWN', `There is no record ${record} in this vault.`)
    insertReviewDecision(db, { request, record, versions: seen ?? versions, draft: decision }, now, by)
    decided += 1
  }
  note({ request, records: decided, outcome: decision?.outcome ?? null })
  return { decided }
})

/** Redactions are of one record, within its text and of its own media; each ground says what its exemption asks for. */
function refuseUnsound(db: Driver, records: readonly RecordId[], decision: ReviewDraft): void {
  const lack = groundsOf(decision)
    .map(lacking)
    .find((sentence) => sentence !== null)
  if (lack !== undefined && lack !== null) throw invalid(lack)
  if (decision.redactions.length === 0) return
  const [record, ...others] = records
  const detail = record === undefined || others.length > 0 ? null : recordDetail(db, record)
  if (detail === null) throw invalid('Redactions are made in one record at a time.')
  for (const one of decision.redactions) {
    if (one.field === 'text') {
      const text = detail.versions.find(({ digest }) => digest === one.version)?.text
      if (text === undefined || one.from >= one.to || one.to > text.length)
        throw invalid('A redaction lies outside of the text; look at the record again and redact it anew.')
    }
    if (one.field === 'words' && !textsOf(detail).some((text) => occurrencesOf(one.words, text).length > 0))
      throw invalid(`The record does not say “${one.words}” anywhere.`)
    const isOwn =
      one.field !== 'media' || detail.versions.some(({ media }) => media.some((item) => item.digest === one.digest))
    if (!isOwn) throw invalid('A redacted picture or file is none of this record.')
  }
}

function invalid(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was decided.`)
}

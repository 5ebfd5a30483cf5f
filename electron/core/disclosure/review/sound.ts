// Whether a decision can be made: its redactions lie within the record, and each ground says what its exemption asks for.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest, RecordId } from '../../../../shared/domain/id.ts'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { textsOf } from '../../../../shared/domain/record/record-texts.ts'
import { sortOf } from '../../../../shared/domain/review/file-page.ts'
import { groundsOf, lacking, type ReadFile, type ReviewDraft } from '../../../../shared/domain/review/review.ts'
import { occurrencesOf } from '../../../../shared/text/occurrences.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { madeOf, pageCount } from '../../vault/repository/review/made-file.ts'
import type { LawNow } from '../catalogue.ts'
import { textsOfSources } from './reading.ts'

/** Redactions are of one record, within its text and of its own media; each ground says what its exemption asks for. @throws MunimentError INPUT_INVALID */
export function refuseUnsound(
  db: Driver,
  { catalogue, on }: LawNow,
  records: readonly RecordId[],
  decision: ReviewDraft,
): void {
  const lack = groundsOf(decision)
    .map((ground) => lacking(ground, catalogue, on))
    .find((sentence) => sentence !== null)
  if (lack !== undefined && lack !== null) throw invalid(lack)
  refuseUnread(db, records, decision.read ?? [])
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
    if (one.field === 'words' && !saysAnywhere(db, detail, one.words))
      throw invalid(`The record does not say “${one.words}” anywhere.`)
    if (one.field === 'page' && one.page > pageCount(db, one.digest))
      throw invalid('A redacted page is none of this document; have its pages drawn first.')
    if (one.field === 'edit' && !madeOf(db, one.digest).some(({ made, kind }) => kind === 'edit' && made === one.made))
      throw invalid('The recording that is to be released was not made of this one.')
    if (one.field === 'media' && one.boxes.length === 0 && one.allExempt !== true) refuseWhole(detail, one.digest)
    const isOwn =
      (one.field !== 'media' && one.field !== 'page' && one.field !== 'edit') ||
      detail.versions.some(({ media }) => media.some((item) => item.digest === one.digest))
    if (!isOwn) throw invalid('A redacted picture or file is none of this record.')
  }
}

/** Whether a record says words, or its source does, which goes out with what is released whole. */
function saysAnywhere(db: Driver, detail: RecordDetail, words: string): boolean {
  const says = (text: string) => occurrencesOf(words, text).length > 0
  return textsOf(detail).some(says) || textsOfSources(db, detail).some(says)
}

/** A document or a recording is made anew without what is exempt, unless all of it is. */
function refuseWhole({ versions }: RecordDetail, digest: Digest): void {
  const item = versions.flatMap(({ media }) => media).find((one) => one.digest === digest)
  if (item === undefined || sortOf(item) === 'picture') return
  throw invalid(
    'A document or a recording is withheld whole only where all of it is exempt, and the reviewer says so (OMC 2.20.240). Redact its pages or have it made anew; or state that all of it is exempt.',
  )
}

/** What is said to have been looked through has as many pages as were drawn. */
function refuseUnread(db: Driver, records: readonly RecordId[], read: readonly ReadFile[]): void {
  if (read.length > 0 && records.length > 1) throw invalid('Documents are looked through in one record at a time.')
  if (read.some(({ digest, pages }) => pageCount(db, digest) !== pages))
    throw invalid('The pages of a document were drawn anew since you looked through them. Look at them again.')
}

/** Why nothing was decided. */
export function invalid(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was decided.`)
}

// Reading many records for the words they say: anew, as a packet is settled; or with what was read before, as a review is looked at again and again.
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { textsOf } from '../../../../shared/domain/record/record-texts.ts'
import { documentsOf, textOfPage, wordsOutside } from '../../../../shared/domain/review/file-page.ts'
import { groundKeys, keyed } from '../../../../shared/domain/review/ground-keys.ts'
import { redactRecord } from '../../../../shared/domain/review/redact-record.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { searchable } from '../../../../shared/text/occurrences.ts'
import { withoutMarks } from '../../../../shared/text/redact.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { saidBy, stampsOf } from '../../vault/record/said.ts'
import { filePages } from '../../vault/repository/review/made-file.ts'
import { sourceOf } from '../packet/native.ts'
import { textsOfSource } from '../proof/read-back.ts'

/** A text as it would be released, and as it is searched: the marks of what is redacted say nothing. Both are as long. */
export interface Said {
  readonly text: string
  readonly searched: string
}

export interface Reading {
  /** Roughly all that each of a few records says, as it is searched: whatever it says stands there, and perhaps more. */
  plain(ids: readonly number[]): ReadonlyMap<number, string>
  /** The texts of one record as it would be released; null where it is gone. */
  released(id: RecordId, decision: ReviewDecision | undefined): readonly Said[] | null
}

/** Reads everything anew. */
export function readAnew(db: Driver): Reading {
  return {
    plain: (ids) => new Map([...saidBy(db, ids)].map(([id, said]) => [id, searchable(said).plain])),
    released: (id, decision) => {
      const detail = recordDetail(db, id)
      return detail && textsReleased(db, detail, decision)
    },
  }
}

interface Kept {
  readonly stamp: string
  readonly plain: string
  /** Its texts under a decision; null until they were asked for. */
  texts: { readonly decision: ReviewDecision | undefined; readonly released: readonly Said[] } | null
}

/** Letters that are kept at most; beyond them everything is read anew. */
const MOST_LETTERS = 48_000_000
const keptOf = new WeakMap<Driver, { readonly records: Map<number, Kept>; letters: number }>()

/** Reads a record anew only where its stamp says that it is another. What is settled on it must be read anew. */
export function readRemembering(db: Driver): Reading {
  const kept = keptOf.get(db) ?? { records: new Map<number, Kept>(), letters: 0 }
  keptOf.set(db, kept)
  const anew = readAnew(db)
  return {
    plain: (ids) => {
      const stamps = stampsOf(db, ids)
      const changed = ids.filter((id) => kept.records.get(id)?.stamp !== stamps.get(id))
      const read = changed.length === 0 ? new Map<number, string>() : anew.plain(changed)
      for (const [id, plain] of read) {
        kept.letters += plain.length - (kept.records.get(id)?.plain.length ?? 0)
        kept.records.set(id, { stamp: stamps.get(id) ?? '', plain, texts: null })
      }
      const answer = new Map(ids.map((id) => [id, read.get(id) ?? kept.records.get(id)?.plain ?? '']))
      if (kept.letters > MOST_LETTERS) {
        kept.records.clear()
        kept.letters = 0
      }
      return answer
    },
    released: (id, decision) => {
      const known = kept.records.get(id)
      if (known?.texts && known.texts.decision === decision) return known.texts.released
      const detail = recordDetail(db, id)
      if (detail === null) return null
      const released = textsReleased(db, detail, decision)
      // Pages of a document are drawn anew without the record changing.
      if (known !== undefined && documentsOf(detail).length === 0) known.texts = { decision, released }
      return released
    },
  }
}

function textsReleased(db: Driver, detail: RecordDetail, decision: ReviewDecision | undefined): readonly Said[] {
  const keys = groundKeys()
  const redactions = keyed(decision?.redactions ?? [], keys.keyOf)
  const released = redactions.length > 0 ? redactRecord(detail, redactions) : detail
  const grounds = keys.grounds().length
  const said = [
    ...textsOf(released),
    // As a packet writes them side by side.
    ...released.versions.flatMap(({ links }) => links.map(({ shown, target }) => `${shown} → ${target}`)),
    ...textsOfDocuments(db, detail, decision),
    ...textsOfSources(db, detail, decision),
  ]
  return said.map((text) => ({ text, searched: withoutMarks(text, grounds) }))
}

/** What the documents of a record say where no box lies, page by page; those that go whole say nothing. */
function textsOfDocuments(db: Driver, detail: RecordDetail, decision: ReviewDecision | undefined): string[] {
  const redactions = decision?.redactions ?? []
  return documentsOf(detail).flatMap(({ digest }) => {
    if (redactions.some((one) => one.field === 'media' && one.digest === digest && one.boxes.length === 0)) return []
    const boxed = redactions.flatMap((one) => (one.field === 'page' && one.digest === digest ? [one] : []))
    return filePages(db, digest).map(({ page, words }) => {
      const boxes = boxed.flatMap((one) => (one.page === page ? one.boxes : []))
      return textOfPage(wordsOutside(words, boxes))
    })
  })
}

/** What the native file of a record holds: the source of every version, where nothing of it is redacted. */
export function textsOfSources(db: Driver, detail: RecordDetail, decision?: Pick<ReviewDecision, 'outcome'>): string[] {
  if (decision?.outcome === 'redact') return []
  const versions = detail.versions.map((version) => ({ version, media: [] }))
  return sourceOf(db, detail, versions).flatMap(({ fragments }) =>
    fragments.flatMap(({ shown }) => textsOfSource(Buffer.from(shown).toString('utf8'))),
  )
}

// A search statement becomes the next version of its request's, and what it found is held.
import { type Digest, RecordId, type RequestId } from '../../../../shared/domain/id.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { batch } from '../../job/define.ts'
import { knownAmong } from '../../vault/repository/record/found-set.ts'
import { freezeForRequest } from '../../vault/repository/request/request.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { insertStatement } from '../../vault/repository/request/search-statement.ts'

interface Stated {
  readonly request: RequestId
  readonly document: string
  readonly digest: Digest
  /** The City's day on which it is stored, and its result in words. */
  readonly on: LocalDate
  readonly words: string
  /** Ids of what it found. */
  readonly hits: Float64Array
}

export default batch<Stated, number>(
  'search.stated',
  ['requests', 'holds', 'ledger'],
  ({ db, now, actor, note }, { request, document, digest, on, words, hits }) => {
    const done = { at: now, by: actor.person }
    const version = insertStatement(db, request, { document, digest }, done)
    insertEvent(db, request, { kind: 'statement', on, words: `${version}: ${words}` }, done)
    const found = [...hits].map((id) => RecordId.parse(id))
    const held = freezeForRequest(db, request, [...knownAmong(db, found)])
    note({ request, statement: version, digest, held })
    return version
  },
)

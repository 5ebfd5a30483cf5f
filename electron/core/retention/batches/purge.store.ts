// Writes a plan down: its file as an object, the lists it was checked against, and every copy of it that was handed out.
import type { Digest, PlanId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import type { PutObject } from '../../vault/objects/put.ts'
import { noteHeldPackagesPage } from '../../vault/repository/disposition/approval.ts'
import { insertPlan, type StoredPlan } from '../../vault/repository/disposition/plan.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { type IssuedCopy, registerCopy } from '../../vault/repository/packet/issued.ts'

interface Payload {
  readonly plan: StoredPlan
  readonly file: PutObject
  readonly lists: readonly PutObject[]
  readonly copies: readonly Omit<IssuedCopy, 'subject' | 'at'>[]
  /** Whether a report was handed out on which the City Attorney can consent that packages with held records are overwritten. */
  readonly heldPackagesPage: boolean
}

export default batch<Payload, { readonly id: PlanId; readonly digest: Digest }>(
  'purge.store',
  ['disposition', 'ledger'],
  ({ db, now, actor, note }, { plan, file, lists, copies, heldPackagesPage }) => {
    for (const object of [file, ...lists])
      insertObject(db, { ...object, mime: objectType(object, file), member: null }, now)
    const id = insertPlan(db, plan, { file: file.digest, lists: lists.map(({ digest }) => digest) }, actor.person)
    for (const copy of copies) registerCopy(db, { ...copy, subject: `plan ${id}`, at: now })
    if (heldPackagesPage) noteHeldPackagesPage(db, id, now)
    const { digest, eligible, excluded } = plan
    note({ plan: id, digest, eligible, excluded, copies: copies.map((copy) => digestOf(copy.digest)) })
    return { id, digest }
  },
)

function objectType(object: PutObject, file: PutObject): string {
  return object === file ? 'application/json' : 'text/csv'
}

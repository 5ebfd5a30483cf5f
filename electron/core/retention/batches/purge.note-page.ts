// Registers the pages of a plan that were printed to be signed, and that the attorney's consent for packages with held records stands on one.
import type { PlanId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import { noteHeldPackagesPage } from '../../vault/repository/disposition/approval.ts'
import { type IssuedCopy, registerCopy } from '../../vault/repository/packet/issued.ts'

interface Payload {
  readonly plan: PlanId
  readonly copy: IssuedCopy
  readonly heldPackages: boolean
}

export default batch<Payload, null>(
  'purge.note-page',
  ['disposition'],
  ({ db, note }, { plan, copy, heldPackages }) => {
    registerCopy(db, copy)
    if (heldPackages) noteHeldPackagesPage(db, plan, copy.at)
    const { kind, subject, digest, size } = copy
    note({ kind, subject, digest: digestOf(digest), size, ...(heldPackages ? { heldPackages } : {}) })
    return null
  },
)

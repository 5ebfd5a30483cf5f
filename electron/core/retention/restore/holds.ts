// What holds in the later vault holds in a restored copy: holds and requests since the backup, and what each froze there.
import type { Hold, HoldDraft } from '../../../../shared/domain/disposition/hold.ts'
import type { Digest, HoldId } from '../../../../shared/domain/id.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { findHold, holdingRequests, insertHold, standingHolds } from '../../vault/repository/disposition/hold.ts'
import { takeOverNamedFiles } from '../../vault/repository/disposition/later-acts.ts'
import { freeze } from '../hold/freeze.ts'
import { bring, type Later } from './bring.ts'
import { takeOverFrozen } from './frozen.ts'

/**
 * Places what holds in the later vault and does not hold here: holds placed since; those that cover something else by now, beside what they covered
 * then; requests entered since, or that hold more. Each freezes what it froze there, whatever its search finds in a copy that knows less. A hold
 * that was released since goes on standing in the restored vault: its release is given again there.
 */
export function reapplyHolds(context: WriteContext, later: Later) {
  const { db, folder, now } = context
  const absent: { readonly hold: string; readonly records: number }[] = []
  const takeOver = ({ id, label }: Hold, here: HoldId) => {
    takeOverNamedFiles(later.db, db, id, here)
    const records = takeOverFrozen(later.db, db, id, here)
    if (records > 0) absent.push({ hold: label, records })
  }
  const known = ({ placedAt, label }: Hold) => `${placedAt} ${label}`
  const here = new Map(standingHolds(db).map(({ hold }) => [known(hold), hold]))
  const requests = new Set(holdingRequests(db).map((one) => canonicalJson(one)))
  const drafts: { readonly draft: HoldDraft; readonly was: Hold | null }[] = []
  for (const { hold, request } of standingHolds(later.db)) {
    const before = here.get(known(hold))
    // What was found for a request is within what it holds while it is open.
    const same = before !== undefined && (request !== null || canonicalJson(before.scope) === canonicalJson(hold.scope))
    if (before !== undefined) takeOver(hold, before.id)
    if (same) continue
    drafts.push({ draft: { ...hold, orderDocument: present(context, later, hold.orderDocument) }, was: hold })
  }
  for (const one of holdingRequests(later.db)) {
    const { id, accounts, from, to } = one
    if (requests.has(canonicalJson(one))) continue
    requests.add(canonicalJson(one))
    const draft: HoldDraft = {
      ...{ label: `Request ${id}`, matter: '', attorney: '', startsOn: null, reviewOn: null, orderDocument: null },
      ...{ basis: 'records-request', orderedBy: 'Gov. Code 7920.000 and following' },
      scope: { search: null, accounts, from, to, recordIds: [] },
    }
    drafts.push({ draft, was: null })
  }
  for (const { draft, was } of drafts) {
    const id = insertHold(db, draft, null, now, null)
    if (was !== null) takeOver(was, id)
    const hold = findHold(db, id)?.hold
    if (hold !== undefined) freeze(db, folder, hold)
  }
  return { holds: [...new Set(drafts.map(({ draft }) => draft.label))], absent: distinct(absent) }
}

/** A hold that stands twice is told once. */
function distinct(absent: readonly { readonly hold: string; readonly records: number }[]) {
  return [...new Map(absent.map((one) => [one.hold, one])).values()]
}

function present(context: WriteContext, later: Later, object: Digest | null): Digest | null {
  return object !== null && bring(context, later, object, 'application/octet-stream') ? object : null
}

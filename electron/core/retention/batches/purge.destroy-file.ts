// Re-checks the next of the office's own files and destroys it in this very transaction, or passes it over and names why.
import { PlanId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { findDestruction } from '../../vault/repository/disposition/destruction.ts'
import { markFileDestroyed, pendingFile, skipFile } from '../../vault/repository/disposition/destruction-file.ts'
import { groundOf } from '../execution/ground.ts'
import { decideFile } from '../office/decide-file.ts'
import { destroyFile } from '../office/destroy-file.ts'

interface Next {
  readonly destruction: number
  /** The ground on which the approvals were looked at; on any other nothing is done. */
  readonly ground: number
  readonly key: Uint8Array
}

/** `moved`: somebody did something meanwhile, and nothing was done. `end`: no file waits. */
export interface NextDone {
  readonly moved: boolean
  readonly end: boolean
}

export default batch<Next, NextDone>(
  'purge.destroy-file',
  ['requests', 'holds', 'disposition', 'ledger'],
  (context, { destruction, ground, key }) => {
    const { db, folder, now, note } = context
    const item = pendingFile(db, destruction)
    if (item === null) return { moved: false, end: true }
    if (groundOf(db) !== ground) return { moved: true, end: false }
    const known = findDestruction(db, destruction)
    if (known === null) throw new Error('the destruction is not in the catalog')
    const { decision, facts } = decideFile({ db, folder, facts: known.facts, plan: PlanId.parse(known.plan) }, item)
    if (decision !== null || facts === null) {
      const why = decision ?? { reason: 'gone' as const, detail: 'It is not in the vault any more.' }
      skipFile(db, destruction, item.position, why, now)
    } else {
      const gone = destroyFile(context, { destruction, key }, item)
      markFileDestroyed(db, destruction, item.position, { ...gone, openedAt: facts.openedAt }, now)
    }
    note({ destruction, file: item.position, destroyed: decision === null })
    return { moved: false, end: false }
  },
)

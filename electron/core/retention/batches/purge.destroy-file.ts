// Re-checks the next of the office's own files and destroys them in this very transaction, or passes them over and names why.
import { PlanId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { findDestruction } from '../../vault/repository/disposition/destruction.ts'
import { markFileDestroyed, pendingFile } from '../../vault/repository/disposition/destruction-file.ts'
import { skipOne } from '../../vault/repository/disposition/destruction-outcome.ts'
import { groundOf } from '../execution/ground.ts'
import { fileDecider } from '../office/decide-file.ts'
import { destroyFile } from '../office/destroy-file.ts'

/** What one transaction destroys at most, so that nobody waits long for the writer: whichever is reached first. */
const FILES = 16
const BYTES = 8 * 2 ** 20

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
    if (pendingFile(db, destruction) === null) return { moved: false, end: true }
    if (groundOf(db) !== ground) return { moved: true, end: false }
    const known = findDestruction(db, destruction)
    if (known === null) throw new Error('the destruction is not in the catalog')
    const decide = fileDecider({ db, folder, facts: known.facts, plan: PlanId.parse(known.plan) })
    const files: number[] = []
    let [destroyed, bytes] = [0, 0]
    while (files.length < FILES && bytes < BYTES) {
      const item = pendingFile(db, destruction)
      if (item === null) break
      files.push(item.position)
      const { decision, facts } = decide(item)
      if (decision !== null || facts === null) {
        const why = decision ?? { reason: 'gone' as const, detail: 'It is not in the vault any more.' }
        skipOne(db, { list: 'files', destruction }, item.position, why, now)
        continue
      }
      const gone = destroyFile(context, { destruction, key }, item)
      markFileDestroyed(db, destruction, item.position, { ...gone, openedAt: facts.openedAt }, now)
      destroyed += 1
      bytes += gone.bytes
    }
    note({ destruction, files, destroyed })
    return { moved: false, end: false }
  },
  { timed: true },
)

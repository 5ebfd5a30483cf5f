// Decisions on their way to the vault, as a state machine without a browser: each waits until the vault has answered it, in the
// order in which it was made; what the vault does not simply accept stands still until the clerk has chosen.
import type { Expected, Outcome } from '../../shared/contract/decision.ts'
import type { Refusal } from '../../shared/contract/error.ts'
import type { CommandId, PersonId, RecordId } from '../../shared/domain/id.ts'

/** Ids only: no word of a record, and no word of the clerk's. */
export type DeskCommand =
  | { readonly do: 'make'; readonly series: string | null; readonly note: number | null }
  | { readonly do: 'undo'; readonly of: CommandId }

export interface NewRow {
  readonly commandId: CommandId
  readonly vaultId: string
  readonly actor: PersonId
  readonly record: RecordId
  /** What the decision was made in sight of; an undoing names its decision instead. */
  readonly expected: Expected | null
  readonly command: DeskCommand
  readonly state: 'waiting' | 'conflict' | 'refused'
  /** In a conflict: the number of the decision that stands. */
  readonly standing: number | null
  /** Why the vault refused. */
  readonly code: Refusal['code'] | null
}

export interface OutboxRow extends NewRow {
  /** The order in which decisions were made at this desk. */
  readonly seq: number
}

/** A decision that can be taken back. */
export interface UndoEntry {
  readonly seq: number
  readonly vaultId: string
  readonly record: RecordId
  readonly of: CommandId
}

/** How a row that will not go by itself stands. */
export type Stopped = Pick<NewRow, 'state' | 'standing' | 'code'>

export interface OutboxStore {
  /** The oldest row that waits. */
  next(): Promise<OutboxRow | undefined>
  /** Takes a row away. */
  remove(row: OutboxRow): Promise<void>
  /** Lets a row stand still. */
  stop(row: OutboxRow, how: Stopped): Promise<void>
  /** Takes away what stands still of a command that was taken back before the vault had accepted it. */
  withdraw(command: CommandId): Promise<void>
}

/** The vault's answer; `gone`: there was none, and whether it acted is unknown. Asking again under the same id is harmless. */
export type Answer =
  | ({ readonly kind: 'answered' } & Outcome)
  | { readonly kind: 'refused'; readonly code: Refusal['code'] }
  | { readonly kind: 'gone' }

/**
 * Sends what waits, one after another.
 * @returns `empty` when nothing waits any more, `gone` when the vault did not answer
 */
export async function drain(store: OutboxStore, send: (row: OutboxRow) => Promise<Answer>): Promise<'empty' | 'gone'> {
  for (let row = await store.next(); row !== undefined; row = await store.next()) {
    const answer = await send(row)
    if (answer.kind === 'gone') return 'gone'
    if (answer.kind === 'refused') {
      await store.stop(row, { state: 'refused', standing: null, code: answer.code })
    } else if (answer.outcome === 'conflict') {
      await store.stop(row, { state: 'conflict', standing: answer.decision, code: null })
    } else {
      if (row.command.do === 'undo' && answer.outcome === 'same') await store.withdraw(row.command.of)
      await store.remove(row)
    }
  }
  return 'empty'
}

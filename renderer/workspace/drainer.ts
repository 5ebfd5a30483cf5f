// Carries the outbox to the vault: one window at a time for each vault, at once when something new is in it.
import { liveQuery } from 'dexie'
import { decisionMake, decisionUndo } from '../../shared/contract/decision.ts'
import { type Refusal, toRefusal } from '../../shared/contract/error.ts'
import { runSettled } from '../client/call.ts'
import { outbox } from './db.ts'
import { type Answer, drain, type OutboxRow } from './outbox.ts'
import { storeOf } from './outbox-store.ts'

/** Between two tries while the vault does not answer. */
const PAUSE_MS = 250

/** Refusals after which the vault may not have been asked at all; a copy of it is not the vault. */
const GONE: ReadonlySet<Refusal['code']> = new Set(['CANCELLED', 'VAULT_CLOSED', 'VAULT_READ_ONLY'])

/** Drains the outbox of a vault until `signal` aborts. Other windows wait for the lock, and take over when this one is gone. */
export async function drainAlways(vaultId: string, signal: AbortSignal): Promise<void> {
  const work = async () => {
    const store = storeOf(vaultId)
    const news = newsOf(vaultId, signal)
    try {
      while (!signal.aborted) {
        const left = await drain(store, (row) => send(row, signal))
        if (left === 'gone') await pause(PAUSE_MS, signal)
        else await news.next()
      }
    } finally {
      news.end()
    }
  }
  await navigator.locks.request(`muniment outbox ${vaultId}`, { signal }, work).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

async function send(row: OutboxRow, signal: AbortSignal): Promise<Answer> {
  const { record, expected, command } = row
  const settled = { command: row.commandId, actor: row.actor, vaultId: row.vaultId }
  try {
    const outcome =
      command.do === 'undo'
        ? await runSettled(decisionUndo, { record, of: command.of }, settled, signal)
        : await runSettled(
            decisionMake,
            { record, series: command.series, note: command.note, expected: expected ?? { decision: null } },
            settled,
            signal,
          )
    return { kind: 'answered', ...outcome }
  } catch (error) {
    const { code } = toRefusal(error)
    return GONE.has(code) || signal.aborted ? { kind: 'gone' } : { kind: 'refused', code }
  }
}

/** Tells when rows wait, whichever window wrote them. */
function newsOf(vaultId: string, signal: AbortSignal) {
  let told = true
  let wake: (() => void) | null = null
  signal.addEventListener('abort', () => wake?.(), { once: true })
  const watching = liveQuery(() => outbox.where('[vaultId+state]').equals([vaultId, 'waiting']).count()).subscribe({
    next: (count) => {
      if (count === 0) return
      told = true
      wake?.()
    },
  })
  return {
    end: () => watching.unsubscribe(),
    /** Resolves once there is something new, or at the end. */
    next: async () => {
      while (!told && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      told = false
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}

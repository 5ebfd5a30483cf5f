// Keeps a vault process going: starts it, starts it again after a crash a bounded number of times, and says why it ended.
import type { MessagePortMain } from 'electron'
import type { Held, HostAnswer, HostTask, Making } from '../../shared/contract/host.ts'
import type { Digest } from '../../shared/domain/id.ts'
import { exitReason } from './exit-reason.ts'
import { type HostProcess, startHost } from './host-process.ts'
import { restartLimit } from './restart-limit.ts'

export interface Supervisor {
  /**
   * Has one task done, in a process started for it where none runs.
   * @throws {MunimentError} as the vault refuses; `VAULT_CLOSED` when the process ends before it answers
   */
  ask(task: HostTask): Promise<HostAnswer>
  /** Hands over one end of a window's channel. */
  serve(port: MessagePortMain): void
  /** Lets the vault be closed, then ends the process; after `patienceMs` it is ended as it is (every step is crash-safe). */
  stop(patienceMs: number): Promise<void>
}

export interface SupervisorEvents {
  revoked(digest: Digest): void
  making(step: Making): void
  /** A log-in that a command line gave, to be kept. */
  credential(held: Held): void
  /** The process crashed; `again` is false when it has done so too often to be started anew. `reason` is a clause. */
  crashed(reason: string, again: boolean): void
}

/** @param file the vault process's script; its first process is started at once, so that it is ready when it is asked */
export function superviseHost(file: string, events: SupervisorEvents): Supervisor {
  const limit = restartLimit()
  let stopping = false
  let host: HostProcess | null = null

  function running(): HostProcess {
    host ??= startHost(file, { revoked: events.revoked, making: events.making, credential: events.credential, ended })
    return host
  }

  function ended(code: number, lastWords: string | null): void {
    host = null
    if (stopping) return
    const reason = lastWords === null ? exitReason(code) : `${exitReason(code)}: ${lastWords}`
    events.crashed(reason, limit.allow(Date.now()))
  }

  running()
  return {
    ask: (task) => running().ask(task),
    serve: (port) => running().serve(port),
    async stop(patienceMs) {
      stopping = true
      if (host === null) return
      const { promise: late, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, patienceMs)
      await Promise.race([host.ask({ type: 'close' }).catch(() => null), late])
      clearTimeout(timer)
      host?.kill()
    },
  }
}

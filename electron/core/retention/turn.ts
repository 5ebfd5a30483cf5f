// Turns of the event loop: a thread that never waits would never hear that it is to stop.
import { setImmediate } from 'node:timers/promises'

/**
 * Lets other messages of this thread be heard.
 * @throws the signal's reason when the job was cancelled meanwhile
 */
export async function nextTurn(signal: AbortSignal): Promise<void> {
  await setImmediate()
  signal.throwIfAborted()
}

// Talks to the vault process as a page does: a port through the bridge, then the messages of the contract.
import type { Page } from 'playwright-core'
import { ServerMessage } from '../../../shared/contract/message.ts'

/** A number that the app's own calls don't reach. */
const testCall = 900_000_001

/**
 * Calls one operation over a port of its own.
 *
 * @param command the id of a command or job, null for a query
 * @returns the vault's answer
 */
export async function callVault(
  page: Page,
  operation: string,
  input: unknown,
  command?: string,
): Promise<ServerMessage> {
  return ServerMessage.parse(
    await page.evaluate(
      ({ operation, input, command, call }) =>
        new Promise((resolve, reject) => {
          // A port that only its own listener knows may be collected before the answer comes, and the promise with it.
          const held: Set<MessagePort> = Reflect.get(window, 'testPorts') ?? new Set()
          Reflect.set(window, 'testPorts', held)
          const take = (event: MessageEvent) => {
            if (event.data?.type !== 'muniment:port') return
            // Capturing and stopping: one port for the test and one for the app, whichever each asked for.
            event.stopImmediatePropagation()
            removeEventListener('message', take, true)
            const [port] = event.ports
            if (port === undefined) return reject(new Error('No port came.'))
            held.add(port)
            port.addEventListener('message', (answer) => {
              if (answer.data.call !== call) return
              held.delete(port)
              resolve(answer.data)
            })
            port.addEventListener('close', () => {
              held.delete(port)
              reject(new Error('The port was closed.'))
            })
            port.start()
            port.postMessage({ type: 'call', call, operation, input, command: command ?? null, actor: null })
          }
          addEventListener('message', take, true)
          Reflect.get(window, 'muniment').connect()
        }),
      { operation, input, command, call: testCall },
    ),
  )
}

// Owns having the capture browser do one thing that brings nothing into the vault.
import type { BrowserOrder } from '../../../../../shared/contract/browser.ts'
import { MunimentError } from '../../../../../shared/contract/error.ts'
import type { AccountId } from '../../../../../shared/domain/id.ts'
import type { JobContext } from '../../../job/define.ts'
import { runBrowser } from './browser.ts'
import { pageMeans } from './means.ts'

/**
 * Carries an order out and waits for its end. Returns the hosts that will know the operator again.
 * @param prepare makes the order, given random hexadecimal digits; `end` is called afterwards, whatever happened
 * @throws {MunimentError} `CAPTURE_REFUSED` where there is no browser, or in its own words
 */
export async function carryOut(
  context: JobContext,
  account: AccountId,
  shown: boolean,
  prepare: (key: string) => Promise<{ readonly order: BrowserOrder; readonly end: () => Promise<void> }>,
): Promise<readonly string[]> {
  const means = pageMeans(context, account)
  if (means === null)
    throw new MunimentError(
      'CAPTURE_REFUSED',
      'There is no browser here to do that with. Use the app, or the Electron of the tree.',
    )
  const { order, end } = await prepare(means.key())
  let hosts: readonly string[] = []
  try {
    const run = { program: means.program, profile: means.profile, key: means.key(), shown, signal: context.signal }
    for await (const { frame } of runBrowser(run, order)) {
      if (frame.is === 'kept') hosts = frame.hosts
      if (frame.is === 'end' && frame.problem !== null) throw new MunimentError('CAPTURE_REFUSED', frame.problem)
    }
    return hosts
  } finally {
    await end()
  }
}

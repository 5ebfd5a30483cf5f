// The one place where an address is opened outside of Muniment.
import { domainToUnicode } from 'node:url'
import { type BrowserWindow, dialog, shell } from 'electron'
import { MunimentError } from '../../shared/contract/error.ts'
import { outsideLink } from './policy.ts'

/**
 * Shows the clerk which site an address leads to, and opens it in the browser if they agree.
 *
 * @returns whether it was opened
 * @throws {MunimentError} `INPUT_INVALID` for an address that isn't https
 */
export async function openLink(window: BrowserWindow, address: string): Promise<boolean> {
  const url = outsideLink(address)
  if (url === null) {
    throw new MunimentError(
      'INPUT_INVALID',
      'Only web addresses that begin with https:// can be opened. Nothing was opened.',
    )
  }
  const spelled = domainToUnicode(url.hostname)
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Open ${url.host} in the browser?`,
    // A look-alike name is shown both ways: as it is sent, and as it would be drawn.
    detail: spelled === url.hostname ? url.href : `${url.href}\n\nThe site’s name is drawn as ${spelled}`,
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response !== 1) return false
  await shell.openExternal(url.href)
  return true
}

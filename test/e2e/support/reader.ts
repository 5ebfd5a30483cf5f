// A requester's browser: Chromium on a page that lies on the disk, without anything of Muniment around it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, type Page } from 'playwright-core'
import { electronExecutable, isRoot, type RunningApp, temporaryFolder } from './app.ts'

/** Opens a file as a page. @param folder is not read; the reader's own lies elsewhere */
export async function readPage(path: string): Promise<RunningApp> {
  const folder = await temporaryFolder()
  const main = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL(process.argv.at(-1)))`
  writeFileSync(join(folder, 'main.js'), main)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'reader', version: '1.0.0', main: 'main.js' }))
  const sandbox = isRoot ? ['--no-sandbox'] : []
  const data = `--user-data-dir=${join(folder, 'settings')}`
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...sandbox, data, folder, pathToFileURL(path).href],
    chromiumSandbox: !isRoot,
  })
  const page: Page = await app.firstWindow()
  await page.waitForLoadState()
  const quit = () => app.close()
  return { app, page, folder, quit, close: quit }
}

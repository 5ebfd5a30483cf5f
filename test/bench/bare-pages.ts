// Pages loaded by the same Chromium in a program that does nothing else: as they come, or with the views of each that a capture keeps, written to files.
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { electronWords } from './page-capture.ts'

/** Its views are asked for as the capture asks for them (electron/browser/visit.ts). */
const MAIN = `const { app, BrowserWindow } = require('electron')
const { writeFileSync } = require('node:fs')
const [folder, views, list] = process.argv.slice(-3)
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, width: 1280, height: 800, webPreferences: { offscreen: true } })
  const { webContents: contents } = window
  await contents.loadURL('about:blank')
  contents.debugger.attach('1.3')
  const call = (method, details) => contents.debugger.sendCommand(method, details)
  const began = performance.now()
  for (const [nth, address] of JSON.parse(list).entries()) {
    await contents.loadURL(address)
    if (views !== 'views') continue
    const keep = (name, bytes) => writeFileSync(folder + '/' + nth + name, bytes)
    keep('.txt', await contents.executeJavaScript('document.body.innerText'))
    const { cssContentSize } = await call('Page.getLayoutMetrics')
    const clip = { x: 0, y: 0, width: 1280, height: Math.ceil(cssContentSize.height), scale: 1 }
    const picture = { format: 'png', captureBeyondViewport: true, optimizeForSpeed: true, clip }
    keep('.png', Buffer.from((await call('Page.captureScreenshot', picture)).data, 'base64'))
    keep('.pdf', await contents.printToPDF({ printBackground: true }))
    keep('.html', await contents.executeJavaScript('document.documentElement.outerHTML'))
  }
  console.log(JSON.stringify((performance.now() - began) / 1000))
  app.exit(0)
})`

/**
 * Loads pages one after the other.
 * @param folder an empty one @param views whether each page's words, picture, print and state are kept, too @returns seconds
 */
export async function bareLoad(folder: string, addresses: readonly string[], views: boolean): Promise<number> {
  const { command, words } = electronWords()
  const [own, kept] = [join(folder, 'app'), join(folder, 'kept')]
  for (const path of [own, kept]) mkdirSync(path, { recursive: true })
  writeFileSync(join(own, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(own, 'main.cjs'), MAIN)
  const drawn = ['--disable-gpu', '--ozone-platform=headless', `--user-data-dir=${join(folder, 'data')}`]
  const told = [kept, views ? 'views' : 'none', JSON.stringify(addresses)]
  const { stdout } = await promisify(execFile)(command, [...words, ...drawn, own, ...told])
  return z.number().parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
}

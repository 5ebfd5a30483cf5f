// How the front page of an unpacked packet opens in Chromium from a file, and how it scrolls.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron } from 'playwright-core'
import { z } from 'zod'
import { findElectron, hasDisplay } from '../../build/electron-runtime.ts'

const Seen = z.object({ loaded: z.number(), height: z.number(), frames: z.array(z.number()) })
const PRELOADED = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadURL('about:blank'))
`

/** Opens index.html, and the fullest page that it leads to, and scrolls each from top to bottom; what was measured, in words. */
export async function measureFront(packet: string): Promise<string> {
  const electron = findElectron()
  if (!electron || !hasDisplay()) return 'front      not measured: no Electron or no display here'
  const folder = mkdtempSync(join(tmpdir(), 'muniment-front-'))
  writeFileSync(join(folder, 'main.js'), PRELOADED)
  writeFileSync(join(folder, 'package.json'), '{ "main": "main.js" }')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...asRoot, `--user-data-dir=${join(folder, 'data')}`, folder],
    chromiumSandbox: asRoot.length === 0,
  })
  try {
    const page = await app.firstWindow()
    const lines: string[] = []
    for (const name of ['index.html', 'pages/records-0001.html']) {
      const began = performance.now()
      const answer = await page.goto(pathToFileURL(join(packet, name)).href, { waitUntil: 'load' }).catch(() => null)
      const opened = performance.now() - began
      if (answer === null && !page.url().endsWith(name)) continue
      const seen = Seen.parse(await page.evaluate(SCROLL))
      const sorted = seen.frames.toSorted((a, b) => a - b)
      const part = (of: number) => (sorted[Math.floor(sorted.length * of)] ?? 0).toFixed(0)
      lines.push(
        `front      ${name}: open in ${(opened / 1000).toFixed(2)} s (laid out at ${(seen.loaded / 1000).toFixed(2)} s), ${seen.height} px; scrolling, a frame took ${part(0.5)} ms (p50), ${part(0.95)} ms (p95), ${part(0.999)} ms (most) of ${sorted.length}`,
      )
    }
    return lines.join('\n')
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In the page: when it stood there whole, and how long each frame took while it was scrolled through in 240 steps. */
const SCROLL = `(async () => {
  const [shown] = performance.getEntriesByType('navigation')
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  const height = document.documentElement.scrollHeight
  const frames = []
  let last = performance.now()
  for (let step = 0; step <= 240; step += 1) {
    scrollTo(0, (height * step) / 240)
    await frame()
    const now = performance.now()
    frames.push(now - last)
    last = now
  }
  return { loaded: shown.loadEventEnd, height, frames }
})()`

// How the front page of an unpacked packet opens in Chromium from a file, and how it scrolls.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findElectron, hasDisplay } from '../../build/electron-runtime.ts'
import { readPage } from '../e2e/support/reader.ts'

const Seen = z.object({ loaded: z.number(), painted: z.number(), height: z.number(), frames: z.array(z.number()) })
const PAGES = ['index.html', 'pages/records-0001.html']

/** Opens index.html, and the first page of records that it leads to, and scrolls each from top to bottom; what was measured, in words. */
export async function measureFront(packet: string): Promise<string> {
  if (!findElectron() || !hasDisplay()) return 'front      not measured: no Electron or no display here'
  const lines: string[] = []
  for (const name of PAGES.filter((one) => existsSync(join(packet, one)))) {
    const { loaded, painted, height, frames } = await seenIn(join(packet, name))
    const sorted = frames.toSorted((a, b) => a - b)
    const part = (of: number) => (sorted[Math.floor(sorted.length * of)] ?? 0).toFixed(0)
    const seconds = (ms: number) => (ms / 1000).toFixed(2)
    lines.push(
      `front      ${name}: first seen after ${seconds(painted)} s, whole after ${seconds(loaded)} s, ${height} px; scrolling, a frame took ${part(0.5)} ms (p50), ${part(0.95)} ms (p95), ${part(0.999)} ms (most) of ${sorted.length}`,
    )
  }
  return lines.join('\n')
}

/** Opens a file as somebody who was sent the packet does, in a browser that has seen nothing yet. */
async function seenIn(file: string): Promise<z.infer<typeof Seen>> {
  const { page, close } = await readPage(file)
  try {
    return Seen.parse(await page.evaluate(SCROLL))
  } finally {
    await close()
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
  const [seen] = performance.getEntriesByName('first-contentful-paint')
  return { loaded: shown.loadEventEnd, painted: seen?.startTime ?? 0, height, frames }
})()`

// Opens a package in ReplayWeb.page, served on loopback, in the real Chromium: its own service worker answers, and the page must show the words that were captured.
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { _electron, type Page } from 'playwright-core'
import { electronWords } from '../../bench/page-capture.ts'

export interface ListedPage {
  readonly url: string
  readonly text: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}
const PACKAGE = '/capture.wacz'
const LOOKS = 240
const LOOK_MS = 250

/**
 * Opens pages of a package one after the other. Returns the words that each shows, none where it shows none.
 * @param place where ReplayWeb.page is @param pictures a folder for a picture of each, or null
 */
export async function shownByReplayWeb(
  place: string,
  wacz: string,
  pages: readonly ListedPage[],
  pictures: string | null,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-replay-web-'))
  const { origin, close } = await served(place, wacz)
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'look', version: '1.0.0', main: 'main.cjs' }))
    writeFileSync(
      join(folder, 'main.cjs'),
      `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 900 }).loadURL('about:blank'))`,
    )
    const { command, words } = electronWords()
    const args = [...words, '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, folder]
    const app = await _electron.launch({ executablePath: command, args })
    try {
      const window = await app.firstWindow()
      const shown: string[] = []
      for (const [nth, page] of pages.entries()) {
        shown.push(
          await wordsOf(
            window,
            `${origin}/?source=${origin}${PACKAGE}#view=pages&url=${encodeURIComponent(page.url)}`,
            page,
          ),
        )
        if (pictures !== null) await window.screenshot({ path: join(pictures, `replay-web-${nth}.png`) })
        await window.goto('about:blank')
      }
      return shown
    } finally {
      await app.close()
    }
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The words of the frame in which it shows the page, as soon as they hold what was captured; otherwise the last that it showed. */
async function wordsOf(window: Page, address: string, { url, text }: ListedPage): Promise<string> {
  await window.goto(address)
  let last = ''
  for (let look = 0; look < LOOKS; look++) {
    const frame = window.frames().find((one) => one.url().includes('mp_/') && one.url().endsWith(url))
    last = plain((await frame?.evaluate(() => document.body?.textContent ?? '').catch(() => '')) ?? '')
    if (last !== '' && last.includes(plain(text).slice(0, BEGINNING))) return last
    await sleep(LOOK_MS)
  }
  return last
}

/** Letters of a page's words by which it is known again. */
export const BEGINNING = 40

/** Words with one space between them. */
export const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Serves ReplayWeb.page as it was installed, and a package beside it, of which it asks for ranges. */
async function served(place: string, wacz: string): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://site')
    if (pathname === PACKAGE) return range(asked, answer, wacz)
    const path = join(place, normalize(pathname === '/' ? '/index.html' : pathname))
    const file = path.startsWith(place) ? statSync(path, { throwIfNoEntry: false }) : undefined
    if (file?.isFile() !== true) return void answer.writeHead(404).end()
    answer.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

function range(asked: IncomingMessage, answer: ServerResponse, path: string): void {
  const { size } = statSync(path)
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked.headers.range ?? '') ?? []
  const start = from === '' ? Math.max(0, size - Number(to || size)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to))
  const whole = asked.headers.range === undefined
  answer.writeHead(whole ? 200 : 206, {
    'Content-Type': 'application/wacz',
    'Accept-Ranges': 'bytes',
    'Content-Length': String(end - start + 1),
    ...(whole ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  })
  if (asked.method === 'HEAD') return void answer.end()
  createReadStream(path, { start, end }).pipe(answer)
}

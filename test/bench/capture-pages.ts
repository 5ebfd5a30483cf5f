// Pages a minute and items a minute of a capture, beside a bare load of the same pages by the same Chromium in the same run; and memory as the pages go by.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { findElectron } from '../../build/electron-runtime.ts'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from './open.ts'

const root = resolve(import.meta.dirname, '../..')
const clerk = PersonId.parse('clerk')
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
/** Posts of a page; half of them come with scrolling. */
const POSTS = 20
/** Pages between two looks at the memory. */
const STEP = 50

const Job = z.object({ state: z.string(), done: z.number(), problem: z.unknown(), result: z.unknown() })
const Result = z.object({ capture: z.number(), sentence: z.string(), outcome: z.string() })

/** Measures with so many pages, of which the bare load takes the first hundred. */
export async function benchCapturePages(pages: number): Promise<void> {
  const electron = findElectron()?.executable
  if (electron === undefined) throw new Error('No Electron here: run “npm run electron:registry”.')
  const site = await pageSite(pages)
  const folder = mkdtempSync(join(tmpdir(), 'muniment-bench-pages-'))
  try {
    const few = Math.min(pages, 100)
    const addresses = Array.from({ length: few }, (_, n) => `${site.origin}/city/${n}`)
    const bare = await bareLoad(electron, folder, addresses)
    console.log(`bare       ${rate(few, bare)} pages/min (loaded, not scrolled, nothing kept)`)
    await captured(electron, folder, site.origin, pages)
  } finally {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function captured(electron: string, folder: string, origin: string, pages: number): Promise<void> {
  const browser = { command: electron, args: [...asRoot, `--user-data-dir=${join(folder, 'settings')}`, root] }
  const archive = await openBuilt(join(folder, 'City.muniment'), true, browser)
  const signal = new AbortController().signal
  const call = (operation: string, input: unknown) =>
    archive.call(operation, input, { command: CommandId.parse(randomUUID()), actor: clerk, signal })
  try {
    await call('person.add', { id: clerk, name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
    const draft = { platform: 'wordpress', handle: 'site', name: '', department: '', liaison: '', nativeId: null }
    const { id: account } = z.object({ id: z.number() }).parse(await call('account.add', draft))
    const scope = { address: `${origin}/city`, kinds: ['linked'], depth: pages + 1 }
    const order = { account, way: 'page', scope, terms: 'site-1' }
    const began = performance.now()
    const { job: id } = z.object({ job: z.string() }).parse(await call('capture.run', order))
    let looked = 0
    for (;;) {
      const job = Job.parse(await call('job.show', { id }))
      if (job.state === 'succeeded') {
        const seconds = (performance.now() - began) / 1000
        console.log(
          `captured   ${rate(pages, seconds)} pages/min, ${rate(pages * POSTS, seconds)} items/min, read and taken in`,
        )
        console.log(`           ${Result.parse(job.result).outcome}: ${Result.parse(job.result).sentence}`)
        return
      }
      if (job.state !== 'running' && job.state !== 'queued') throw new Error(JSON.stringify(job.problem))
      if (job.done >= looked + STEP) {
        looked = job.done
        const [own, others] = memory()
        const now = rate(job.done, (performance.now() - began) / 1000)
        console.log(`           ${job.done} pages, ${now} pages/min; vault ${own} MB, browser ${others} MB`)
      }
      await sleep(200)
    }
  } finally {
    await archive.close()
  }
}

const rate = (count: number, seconds: number) => Math.round((count / seconds) * 60).toLocaleString('en-US')

/** Memory of this process, and of all that it started, in MB. */
function memory(): [own: number, others: number] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = /^PPid:\s+(\d+)/m.exec(status(name))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isOurs = (id: number): boolean => id === process.pid || (id > 1 && isOurs(parents.get(id) ?? 0))
  const sizes = [...parents.keys()].filter((id) => id !== process.pid && isOurs(id)).map((id) => resident(String(id)))
  return [resident('self'), sizes.reduce((sum, size) => sum + size, 0)]
}

function status(process: string): string {
  try {
    return readFileSync(`/proc/${process}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** What is resident and shared with nobody's files, MB: pages of the program count once in the system, not once a process. */
const resident = (process: string) => Math.round(Number(/^RssAnon:\s+(\d+)/m.exec(status(process))?.[1] ?? 0) / 1024)

/** Seconds that Chromium takes to load pages one after the other, as a program that does nothing else. */
async function bareLoad(electron: string, folder: string, addresses: readonly string[]): Promise<number> {
  const own = join(folder, 'bare-app')
  mkdirSync(own)
  writeFileSync(join(own, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(
    join(own, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { offscreen: true } })
  const began = performance.now()
  for (const address of ${JSON.stringify(addresses)}) await window.loadURL(address)
  console.log(JSON.stringify((performance.now() - began) / 1000))
  app.exit(0)
})`,
  )
  const words = [
    ...asRoot,
    '--disable-gpu',
    '--ozone-platform=headless',
    `--user-data-dir=${join(folder, 'bare')}`,
    own,
  ]
  const { stdout } = await promisify(execFile)(electron, words)
  return z.number().parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
}

/** A static site: a page that leads to so many others, each with a picture and posts of which half come with scrolling. */
async function pageSite(pages: number): Promise<{ origin: string; close: () => Promise<void> }> {
  const picture = Buffer.alloc(60_000, 7)
  const post = (page: number, n: number) =>
    `<article><h2>Notice ${n} of page ${page}</h2><p>${'The pool opens at nine. '.repeat(20)}</p></article>`
  const posts = (page: number, from: number) =>
    Array.from({ length: POSTS / 2 }, (_, n) => post(page, from + n)).join('')
  const links = Array.from({ length: pages }, (_, n) => `<a href="/city/${n}">${n}</a>`).join(' ')
  const script = `let more = true; addEventListener('scroll', async () => {
    if (!more) return
    more = false
    document.body.insertAdjacentHTML('beforeend', await (await fetch(location.pathname + '/more')).text())
  })`
  const server = createServer(({ url = '/' }, answer) => {
    const [, page, more] = /^\/city\/(\d+)(\/more)?$/.exec(url) ?? []
    if (url === '/picture.webp') return answer.writeHead(200, { 'Content-Type': 'image/webp' }).end(picture)
    answer.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (more !== undefined) return answer.end(posts(Number(page), POSTS / 2))
    const head = '<!doctype html><html lang="en"><title>City</title><link rel="icon" href="data:,"><body>'
    if (page === undefined) return answer.end(`${head}${url === '/city' ? links : ''}`)
    return answer.end(`${head}<img src="/picture.webp" alt="">${posts(Number(page), 0)}<script>${script}</script>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>((done) => server.close(() => done()))
  }
  return { origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, close }
}

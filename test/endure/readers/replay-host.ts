// A server on loopback that gives ReplayWeb.page and the packages that it shall open, in parts where parts are asked for.
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'

export interface ReplayHost {
  readonly origin: string
  /** What has a package shown. @param page the captured page that it opens; null for the list of all */
  shows(wacz: string, page: { readonly url: string; readonly stamp: string } | null): Showing
  close(): Promise<void>
}

export interface Showing {
  readonly address: string
  /** Where ReplayWeb.page answers what the package holds. */
  readonly replayed: string
  /** Where it tells what it knows of the package. */
  readonly told: string
  /** Its database in the browser. */
  readonly database: string
}

/** Its scripts, as pages ask for them; it wants to have its service worker below a folder of its own. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '/ui.js': 'ui.js',
  '/replay/ui.js': 'ui.js',
  '/replay/sw.js': 'sw.js',
}

/** Starts one. @param folder where ReplayWeb.page lies */
export async function replayHost(folder: string): Promise<ReplayHost> {
  const packages: string[] = []
  const server = createServer((asked, answer) => {
    const { pathname, searchParams } = new URL(asked.url ?? '/', 'http://host')
    const script = SCRIPTS[pathname]
    const wacz = packages[Number(/^\/(\d+)\.wacz$/.exec(pathname)?.[1])]
    if (script !== undefined)
      answer.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(join(folder, script)))
    else if (wacz !== undefined) giveFile(wacz, asked, answer)
    else if (pathname === '/shows') answer.writeHead(200, { 'Content-Type': 'text/html' }).end(shown(searchParams))
    else answer.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    origin,
    shows: (wacz, page) => {
      if (!packages.includes(wacz)) packages.push(wacz)
      const name = String(packages.indexOf(wacz))
      const opened = page === null ? {} : { url: page.url, ts: page.stamp }
      const asked = new URLSearchParams({ source: `/${name}.wacz`, coll: name, ...opened })
      const replayed = `${origin}/replay/w/`
      return {
        address: `${origin}/shows?${asked}`,
        replayed: `${replayed}${name}/`,
        told: `${replayed}api/c/${name}?all=1`,
        database: `db:${name}`,
      }
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** ReplayWeb.page checks digests where its service worker is told to, by its name, and reads packages itself. */
const CHECKING = 'sw.js?useHashCheck=1&serveIndex=1&rest='

function shown(asked: URLSearchParams): string {
  const attributes = [...asked, ['view', 'pages'], ['swname', CHECKING], ['nowebworker', '']]
    .map(([name, value]) => `${name}="${(value ?? '').replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`)
    .join(' ')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/ui.js"></script>
    <body style="margin: 0; height: 100vh"><replay-web-page ${attributes}></replay-web-page>`
}

function giveFile(path: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { size } = statSync(path)
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked.headers.range ?? '') ?? []
  const part = first !== '' || last !== ''
  const start = first === '' ? (last === '' ? 0 : Math.max(0, size - Number(last))) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last))
  answer.writeHead(part ? 206 : 200, {
    'Content-Type': 'application/wacz',
    'Accept-Ranges': 'bytes',
    'Content-Length': String(end - start + 1),
    ...(part ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}),
  })
  if (asked.method === 'HEAD') answer.end()
  else
    createReadStream(path, { start, end })
      .on('error', () => answer.destroy())
      .pipe(answer)
}

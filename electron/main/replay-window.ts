// A window that shows a captured page as it was captured: its session's only road leads into the vault, and there is no other.
import { BrowserWindow, type Session, session } from 'electron'
import type { CapturedAsked } from '../../shared/contract/host.ts'
import type { CapturedAnswer } from '../../shared/contract/replay.ts'
import type { ShellRequest } from '../../shared/contract/shell.ts'
import { markReplay, replayPreferences } from './policy.ts'

type ReplayRequest = Extract<ShellRequest, { ask: 'replay' }>
type Captured = (asked: CapturedAsked) => Promise<CapturedAnswer | null>

let opened = 0

/** Opens the window. @throws {MunimentError} as the vault refuses the page itself */
export async function openReplay(request: ReplayRequest, captured: Captured): Promise<void> {
  const { capture, url, opened: onPurpose } = request
  const first = await captured({ capture, url, method: 'GET', nth: 0, opened: onPurpose })
  // In memory, and this window's alone: nothing of a captured page outlives it.
  const own = session.fromPartition(`replay-${++opened}`)
  markReplay(own)
  answerFromVault(own, (asked) => captured({ capture, opened: onPurpose, ...asked }))
  const window = new BrowserWindow({
    width: 1180,
    height: 860,
    title: `As captured ${request.at}: ${url}`,
    webPreferences: replayPreferences(own),
  })
  window.removeMenu()
  // The title says what the window is: a page's own could pretend to be the living page.
  window.on('page-title-updated', (event) => event.preventDefault())
  // Links lead to pages of the capture; what leads elsewhere, of itself or pressed, leads nowhere.
  const pages = new Set([url, ...request.pages])
  window.webContents.on(
    'will-navigate',
    (event) => !pages.has(event.url.replace(/#.*$/s, '')) && event.preventDefault(),
  )
  // Closed by the app's end as by the clerk; a page has no say in it.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault())
  await window.loadURL(first === null ? said(url, NOT_CAPTURED) : url).catch(() => null)
  // What browsers would keep as a file, and not show, leaves the window empty.
  if (!window.isDestroyed() && window.webContents.getURL() === '')
    await window.loadURL(said(url, NOT_SHOWABLE)).catch(() => null)
}

function answerFromVault(
  own: Session,
  ask: (asked: Pick<CapturedAsked, 'url' | 'method' | 'nth'>) => Promise<CapturedAnswer | null>,
) {
  const before = new Map<string, number>()
  const answer = async ({ url, method }: Request): Promise<Response> => {
    const key = `${method} ${url}`
    const nth = before.get(key) ?? 0
    before.set(key, nth + 1)
    const found = await ask({ url, method, nth }).catch(() => null)
    if (found === null) return new Response(NOT_CAPTURED, { status: 404, headers: PLAIN })
    const bare = [101, 204, 205, 304].includes(found.status) || method === 'HEAD'
    return new Response(bare ? null : new Uint8Array(found.body), {
      status: Math.max(200, found.status),
      headers: [...found.headers.filter(([name, value]) => isSendable(name, value)), ['Cache-Control', 'no-store']],
    })
  }
  own.protocol.handle('http', answer)
  own.protocol.handle('https', answer)
}

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
const NOT_CAPTURED = 'This is not in the capture. Muniment shows what was captured, and asks no server for the rest.'

const NOT_SHOWABLE =
  'This is in the capture, and is nothing that a window shows. The exported WACZ holds it as it came.'

function said(url: string, sentence: string): string {
  return `data:text/plain;charset=utf-8,${encodeURIComponent(`${url}\n\n${sentence}`)}`
}

/** What was captured may hold names and values that no answer can be made of. */
function isSendable(name: string, value: string): boolean {
  return (
    /^[!#$%&'*+.^_`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value) && !/^cache-control$/i.test(name)
  )
}

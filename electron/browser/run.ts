// The capture browser's run: it connects to the job that started it, takes one order, carries it out, and ends.
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { type App, app } from 'electron'
import { BROWSER_SWITCH, type BrowserFrame, BrowserOrder, frameBytes, framesOf } from '../../shared/contract/browser.ts'
import { capture, type Send } from './capture.ts'
import { FOLDER } from './kept.ts'
import { forgetSession } from './session.ts'
import { signIn } from './sign-in.ts'

/** Where the job listens, and the account's folder on this desk; null where this is no capture browser. */
export function browserArguments(args: readonly string[]): { socket: string; profile: string } | null {
  const told = args.find((arg) => arg.startsWith(BROWSER_SWITCH))?.slice(BROWSER_SWITCH.length)
  const [profile = '', socket = ''] = told?.split(/,(.*)/s) ?? []
  return /^[0-9a-f]{16,64}$/.test(profile) && socket !== '' ? { socket, profile } : null
}

/** Becomes the capture browser. Nothing is looked up by name here: only the job's gate reaches a network. */
export function runBrowser(given: { socket: string; profile: string }): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-features', 'DnsOverHttps,MediaRouter,OptimizationHints')
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.setPath('userData', join(app.getPath('userData'), FOLDER, given.profile))
  // The job decides when the run ends, not the last window.
  app.on('window-all-closed', () => {})
  app.whenReady().then(
    () => serve(app, given.socket),
    () => app.exit(1),
  )
}

async function serve(own: App, path: string): Promise<void> {
  const socket = connect(path)
  const stop = new AbortController()
  socket.on('close', () => {
    stop.abort()
    own.exit(0)
  })
  socket.on('error', () => own.exit(1))
  const send = sender(socket)
  await send({ is: 'hello', key: process.env.MUNIMENT_BROWSER_KEY ?? '', browser: browserName() })
  try {
    const orders = framesOf(socket, 0)
    const { value: first } = await orders.next()
    if (first === undefined) return
    const order = BrowserOrder.parse(JSON.parse(Buffer.from(first.head).toString()))
    // Whatever comes after the order calls it off.
    void orders.next().then(
      () => stop.abort(),
      () => stop.abort(),
    )
    await carryOut(own, order, send, stop.signal)
  } catch (error) {
    await send({ is: 'end', problem: error instanceof Error ? error.message : String(error), unvisited: 0 })
  }
  socket.end(() => own.exit(0))
}

async function carryOut(own: App, order: BrowserOrder, send: Send, stopped: AbortSignal): Promise<void> {
  if (!own.requestSingleInstanceLock())
    throw new Error('A capture or a log-in of this account is under way in another window. Wait until it has ended.')
  if (order.do !== 'forget') {
    own.on('login', (event, _contents, _details, asked, answer) => {
      event.preventDefault()
      const { gate } = order
      // A site that asks for a password in this way gets none.
      if (asked.isProxy && asked.host === '127.0.0.1' && asked.port === gate.port) answer(gate.user, gate.password)
      else answer()
    })
  }
  if (order.do === 'capture') return capture(order, send, stopped)
  if (order.do === 'sign-in') await send({ is: 'kept', hosts: [...(await signIn(order, stopped))] })
  else await forgetSession()
  await send({ is: 'end', problem: null, unvisited: 0 })
}

/** Waits for room: the socket holds back whoever captures faster than the vault stores. */
function sender(socket: Socket): Send {
  return async (frame: BrowserFrame, body?: Uint8Array) => {
    let room = true
    for (const bytes of frameBytes(Buffer.from(JSON.stringify(frame)), body)) room = socket.write(bytes)
    if (room || socket.destroyed) return
    await new Promise<void>((resolve) => {
      const go = () => {
        socket.off('drain', go)
        socket.off('close', go)
        resolve()
      }
      socket.on('drain', go)
      socket.on('close', go)
    })
  }
}

function browserName(): string {
  const { chrome, electron } = process.versions
  return `Chromium ${chrome} in Electron ${electron}`
}

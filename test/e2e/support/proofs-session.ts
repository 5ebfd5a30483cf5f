// Points of the checklist that a session or a window's preferences keep.
import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:net'
import type { ElectronApplication } from 'playwright-core'
import { expect } from 'vitest'
import { isRoot } from './app.ts'
import { livePreferences, loadInWindow, type Proof } from './probes.ts'

export const proofsSession: readonly Proof[] = [
  {
    point: 1,
    proof: 'nothing is fetched from a network, in any session, by any road',
    async run(running) {
      const { app, page } = running
      const heard = await listen()
      const asked = await app.evaluate(async ({ session }, url) => {
        const sessions = [
          session.defaultSession,
          session.fromPartition('another'),
          session.fromPartition('persist:third'),
        ]
        return Promise.all(
          sessions.map((each) =>
            each.fetch(url).then(
              () => 'fetched',
              () => 'refused',
            ),
          ),
        )
      }, heard.url)
      const named = await app.evaluate(({ session }) =>
        session.defaultSession.resolveHost('localhost').then(
          () => 'found',
          () => 'unknown',
        ),
      )
      await page.evaluate(async (stun) => {
        const connection = new RTCPeerConnection({ iceServers: [{ urls: stun }] })
        connection.createDataChannel('x')
        await connection.setLocalDescription(await connection.createOffer())
        await new Promise<void>((resolve) => {
          if (connection.iceGatheringState === 'complete') resolve()
          connection.addEventListener(
            'icegatheringstatechange',
            () => connection.iceGatheringState === 'complete' && resolve(),
          )
        })
        connection.close()
      }, heard.stun)
      const loaded = await loadInWindow(app, heard.url)
      expect({ asked, named, loaded, contacts: await heard.stop() }).toEqual({
        asked: ['refused', 'refused', 'refused'],
        named: 'unknown',
        loaded: 'ERR_BLOCKED_BY_CLIENT',
        contacts: 0,
      })
    },
  },
  {
    point: 2,
    proof: 'the page has nothing of Node',
    async run(running) {
      const found = await running.page.evaluate(() =>
        ['require', 'process', 'module', 'exports', 'global', 'Buffer', '__dirname', 'setImmediate'].filter(
          (name) => name in window,
        ),
      )
      expect(found).toEqual([])
      expect(await livePreferences(running.app)).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
      })
    },
  },
  {
    point: 3,
    proof: 'the preload’s world is not the page’s',
    async run(running) {
      expect(await livePreferences(running.app)).toMatchObject({ contextIsolation: true })
      // What the page does to its own built-ins does not change what the bridge does.
      const answer = await running.page.evaluate(async () => {
        const own = Object.hasOwn
        Array.prototype.map = () => []
        Promise.prototype.finally = () => Promise.reject(new Error('replaced'))
        Object.hasOwn = own
        return Reflect.get(window, 'muniment').ask({ ask: 'state' })
      })
      await running.page.reload()
      expect(answer).toMatchObject({ kind: 'state' })
    },
  },
  {
    point: 4,
    proof: 'the window is sandboxed',
    async run(running) {
      expect(await livePreferences(running.app)).toMatchObject({ sandbox: true })
      // Root has no sandbox to show; test/security/electron-sources.test.ts holds the call in place for it.
      if (!isRoot) expect(await nodeForWhoAsks(running.app)).toBe('undefined')
    },
  },
  {
    point: 5,
    proof: 'every permission is denied, asked for or only looked at',
    async run(running) {
      const outcome = await running.page.evaluate(async () => {
        const refused = (work: Promise<unknown>) =>
          work.then(
            () => 'allowed',
            (error: Error) => error.name,
          )
        const names: PermissionName[] = ['geolocation', 'notifications', 'camera', 'microphone', 'midi']
        const states = await Promise.all(
          names.map((name) => navigator.permissions.query({ name }).then(({ state }) => state)),
        )
        return {
          states: [...new Set(states)],
          notification: await Notification.requestPermission(),
          camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
          microphone: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
          screen: await refused(navigator.mediaDevices.getDisplayMedia()),
          clipboard: await refused(navigator.clipboard.readText()),
          place: await new Promise((resolve) =>
            navigator.geolocation.getCurrentPosition(
              () => resolve('allowed'),
              (error) => resolve(error.code),
            ),
          ),
        }
      })
      expect(outcome).toEqual({
        states: ['denied'],
        notification: 'denied',
        camera: 'NotAllowedError',
        microphone: 'NotAllowedError',
        screen: expect.stringMatching(/^(NotAllowedError|NotSupportedError|InvalidStateError)$/),
        clipboard: 'NotAllowedError',
        place: 1,
      })
    },
  },
  {
    point: 6,
    proof: 'web security is on',
    async run(running) {
      expect(await livePreferences(running.app)).toMatchObject({ webSecurity: true })
    },
  },
  {
    point: 8,
    proof: 'insecure content is not allowed',
    async run(running) {
      expect(await livePreferences(running.app)).toMatchObject({ allowRunningInsecureContent: false })
    },
  },
  {
    point: 9,
    proof: 'no experimental features',
    async run(running) {
      expect(await livePreferences(running.app)).toMatchObject({ experimentalFeatures: false })
    },
  },
  {
    point: 10,
    proof: 'no Blink features',
    async run(running) {
      expect(await livePreferences(running.app)).toMatchObject({ enableBlinkFeatures: '' })
    },
  },
]

/** What `require` is to a window that asks for Node and for no sandbox. */
function nodeForWhoAsks(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: false, nodeIntegration: true, contextIsolation: false },
    })
    await window.loadURL('about:blank')
    const found = await window.webContents.executeJavaScript('typeof require')
    window.destroy()
    return found
  })
}

/** Listens where a page could call home: web, WebSocket and STUN; counts who came. */
async function listen(): Promise<{ url: string; stun: string; stop(): Promise<number> }> {
  let contacts = 0
  const count = () => {
    contacts += 1
  }
  const tcp: Server = createServer(count)
  const udp = createSocket('udp4', count)
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))
  const address = tcp.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    stun: `stun:127.0.0.1:${udp.address().port}`,
    async stop() {
      await new Promise((resolve) => udp.close(() => tcp.close(resolve)))
      return contacts
    },
  }
}

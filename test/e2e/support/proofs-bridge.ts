// Points of the checklist at the edge between the page and the shell.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { electronFloor, fuses } from '../../../electron/main/policy.ts'
import { ask, refusalOf, root, stateOf } from './app.ts'
import { loadInWindow, type Proof, recordOutside } from './probes.ts'

export const proofsBridge: readonly Proof[] = [
  {
    point: 15,
    proof: 'an address opens outside only if it is https and the clerk agreed to its host',
    async run(running) {
      const outside = await recordOutside(running.app)
      const refused = [
        'http://example.invalid/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'app://muniment/',
        'smb://x/y',
        'HTTPS:x@y',
      ]
      const answers = []
      for (const url of [...refused, 'https://bank.example@evil.invalid/']) {
        answers.push(await refusalOf(running.page, { ask: 'open-link', url }))
      }
      expect(new Set(answers)).toEqual(new Set(['INPUT_INVALID']))
      expect(await outside.seen()).toEqual({ shown: [], opened: [] })

      const link = { ask: 'open-link', url: 'https://example.invalid/a?b=1' }
      await outside.answerWith(0)
      expect(await ask(running.page, link)).toEqual({ kind: 'cancelled' })
      await outside.answerWith(1)
      expect(await ask(running.page, link)).toEqual({ kind: 'done' })
      const question = 'Open example.invalid in the browser?'
      expect(await outside.seen()).toEqual({ shown: [question, question], opened: [link.url] })
    },
  },
  {
    point: 16,
    proof: 'the app runs on a supported Electron and depends on one',
    async run(running) {
      const version = await running.app.evaluate(() => process.versions.electron)
      expect(Number.parseInt(version ?? '', 10)).toBeGreaterThanOrEqual(electronFloor)
      const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
      expect(Number(/\d+/.exec(devDependencies.electron)?.[0])).toBeGreaterThanOrEqual(electronFloor)
    },
  },
  {
    point: 17,
    proof: 'a stranger with the preload gets no answer, and a window only what the contract has',
    async run(running) {
      const preload = join(root, 'out/preload/index.cjs')
      const answers = await running.app.evaluate(async ({ BrowserWindow }, preload) => {
        const outcomes = []
        for (const address of ['about:blank', 'data:text/html,x', 'app://evil/index.html', 'app://record/x']) {
          const window = new BrowserWindow({ show: false, webPreferences: { preload } })
          await window.loadURL(address)
          const asked = "muniment.ask({ ask: 'state' }).then(() => 'answered', () => 'refused')"
          outcomes.push(await window.webContents.executeJavaScript(asked).catch(() => 'cannot script'))
          window.destroy()
        }
        return outcomes
      }, preload)
      expect(answers).toEqual(['refused', 'refused', 'cannot script', 'cannot script'])

      const malformed = [
        null,
        7,
        'state',
        [],
        {},
        { ask: 'eval' },
        { ask: 'state', extra: 1 },
        { ask: ['state'] },
        { ask: 'open-recent', index: -1 },
        { ask: 'open-vault', folder: '/etc' },
        { ask: 'save-as', name: tenMegabytes },
        { ask: 'create-vault', city: tenMegabytes, zone: 'UTC' },
        { ask: 'create-vault', city: 'Alder Bay', zone: tenMegabytes },
        { ask: tenMegabytes },
        { ask: 'open-link', url: `https://${tenMegabytes}` },
      ]
      expect(await answersTo(running.page, malformed)).toEqual(malformed.map(() => 'refused INPUT_INVALID'))
      // The page can't name paths: only files that were dropped become grants.
      await expect(ask(running.page, { ask: 'grant-dropped', paths: ['/etc/passwd'] })).rejects.toThrow(
        'Files are granted by dropping',
      )
      expect(await stateOf(running.page)).toMatchObject({ vault: 'none' })
    },
  },
  {
    point: 18,
    proof: 'the page is of its own origin, file:// is shut, and only built files are served',
    async run(running) {
      const { page, app } = running
      expect(await page.evaluate(() => [origin, isSecureContext])).toEqual(['app://muniment', true])
      expect(await loadInWindow(app, `file://${root}/package.json`)).toBe('ERR_BLOCKED_BY_CLIENT')
      const attempts = [
        'app://muniment/package.json',
        'app://muniment/../package.json',
        'app://muniment/../../package.json',
        'app://muniment/..%2f..%2fpackage.json',
        'app://muniment/%2e%2e/%2e%2e/package.json',
        'app://muniment/..%5c..%5cpackage.json',
        'app://muniment//etc/passwd',
        'app://muniment/assets/../../main/index.js',
        'app://muniment/index.html?x',
        'app://muniment/index.html%00',
        'app://muniment/INDEX.HTML',
        'app://muniment/',
      ]
      const statuses = await page.evaluate(
        (urls) => Promise.all(urls.map((url) => fetch(url).then(({ status }) => status))),
        attempts,
      )
      expect(statuses).toEqual(attempts.map(() => 404))
    },
  },
  // Fuses are bits of a packaged binary: the app from the tree can only show what they shall be.
  {
    point: 19,
    proof: 'the fuses that packaging sets',
    async run() {
      expect(fuses).toEqual({
        RunAsNode: false,
        EnableCookieEncryption: true,
        EnableNodeOptionsEnvironmentVariable: false,
        EnableNodeCliInspectArguments: false,
        EnableEmbeddedAsarIntegrityValidation: true,
        OnlyLoadAppFromAsar: true,
        LoadBrowserProcessSpecificV8Snapshot: false,
        GrantFileProtocolExtraPrivileges: false,
      })
    },
  },
  {
    point: 20,
    proof: 'the page has three functions and nothing of Electron',
    async run(running) {
      const bridge = await running.page.evaluate(() => {
        const muniment = Reflect.get(window, 'muniment')
        Reflect.set(muniment, 'ask', () => 'replaced')
        const kinds = Object.entries(muniment).map(([name, value]) => `${name}: ${typeof value}`)
        const electron = Object.getOwnPropertyNames(window).filter((name) => /electron|ipc/i.test(name))
        return { kinds: kinds.sort(), electron, replaced: muniment.ask({ ask: 'state' }) === 'replaced' }
      })
      expect(bridge).toEqual({
        kinds: ['ask: function', 'connect: function', 'grantDropped: function'],
        electron: [],
        replaced: false,
      })
    },
  },
]

/** Stands for ten megabytes of text, which the page makes itself. */
const tenMegabytes = '10 MB'

/** Asks for each, as it comes, and says what the shell answered. */
function answersTo(page: Page, requests: readonly unknown[]): Promise<string[]> {
  return page.evaluate(
    async ({ requests, mark }) => {
      const grow = (_key: string, value: unknown) =>
        typeof value === 'string' ? value.replace(mark, () => 'x'.repeat(10_000_000)) : value
      const answers = []
      for (const request of requests) {
        const answer = await Reflect.get(window, 'muniment').ask(JSON.parse(JSON.stringify(request, grow)))
        answers.push(`${answer.kind} ${answer.refusal?.code}`)
      }
      return answers
    },
    { requests, mark: tenMegabytes },
  )
}

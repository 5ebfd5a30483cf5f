// Points of the checklist that keep what the window shows where it is.
import { expect } from 'vitest'
import { pageAddress } from '../../../electron/main/policy.ts'
import { emitToPage, livePreferences, navigationOutcome, type Proof } from './probes.ts'

const elsewhere = [
  'https://example.invalid/',
  'https://example.invalid/?next=app://muniment/index.html',
  'https://app://muniment/',
  'app://muniment@evil/index.html',
  'app://muniment.evil/index.html',
  'app://evil/muniment/index.html',
  'app://record/index.html',
]

export const proofsContent: readonly Proof[] = [
  {
    point: 7,
    proof: 'the page comes with the policy, and the policy holds',
    async run(running) {
      const header = await running.page.evaluate(async () =>
        (await fetch(location.href)).headers.get('Content-Security-Policy'),
      )
      expect(header).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' app://record data: blob:; media-src app://record; " +
          "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
          "require-trusted-types-for 'script'; trusted-types 'none'",
      )
      const outcome = await running.page.evaluate(async () => {
        const blocked = new Set<string>()
        document.addEventListener('securitypolicyviolation', (event) => blocked.add(event.effectiveDirective))
        const attempt = (work: () => unknown) => {
          try {
            work()
            return 'ran'
          } catch (error) {
            return error instanceof Error ? error.name : 'refused'
          }
        }
        const element = (name: string, attribute: string, value: string) => {
          const made = document.createElement(name)
          made.setAttribute(attribute, value)
          document.body.append(made)
          return made
        }
        const errors = {
          // In a turn of its own: a debugger's evaluation would be allowed to evaluate text.
          evaluated: await new Promise((resolve) =>
            setTimeout(() => resolve(attempt(() => Reflect.get(window, 'eval')('1')))),
          ),
          written: attempt(() => Reflect.set(document.body, 'innerHTML', '<b>x</b>')),
          scripted: attempt(() => Reflect.set(document.createElement('script'), 'textContent', 'window.harmed = 1')),
          handled: attempt(() => element('img', 'onerror', 'window.harmed = 2')),
          embedded: attempt(() => element('embed', 'src', 'app://muniment/index.html')),
          trusted: attempt(() => Reflect.get(window, 'trustedTypes').createPolicy('default', {})),
          fetched: await fetch('https://example.invalid/').then(
            () => 'ran',
            (error: Error) => error.name,
          ),
        }
        element('style', 'media', 'all').textContent = 'body { display: none }'
        element('div', 'style', 'display: none')
        element('iframe', 'src', 'app://muniment/index.html')
        element('img', 'src', 'https://example.invalid/x.png')
        element('video', 'src', 'app://muniment/x.webm')
        element('base', 'href', 'https://example.invalid/')
        element('link', 'rel', 'stylesheet').setAttribute('href', 'https://example.invalid/x.css')
        const form = document.createElement('form')
        form.action = 'app://muniment/index.html'
        document.body.append(form)
        form.submit()
        const expected = 10
        for (let waits = 0; blocked.size < expected && waits < 100; waits++)
          await new Promise((next) => setTimeout(next, 20))
        const harmed = 'harmed' in window || getComputedStyle(document.body).display === 'none'
        return { errors, harmed, blocked: [...blocked].sort() }
      })
      await running.page.reload()
      expect(outcome).toEqual({
        errors: {
          evaluated: 'EvalError',
          written: 'TypeError',
          scripted: 'TypeError',
          handled: 'TypeError',
          embedded: 'TypeError',
          trusted: 'TypeError',
          fetched: 'TypeError',
        },
        harmed: false,
        blocked: [
          'base-uri',
          'connect-src',
          'form-action',
          'frame-src',
          'img-src',
          'media-src',
          'require-trusted-types-for',
          'style-src-attr',
          'style-src-elem',
          'trusted-types',
        ],
      })
    },
  },
  {
    point: 11,
    proof: 'a webview is an element without meaning',
    async run(running) {
      const made = await running.page.evaluate(() => {
        const view = document.createElement('webview')
        view.setAttribute('allowpopups', '')
        view.setAttribute('src', 'app://muniment/index.html')
        document.body.append(view)
        return { type: view.constructor.name, methods: 'loadURL' in view, shadow: view.shadowRoot !== null }
      })
      await running.page.reload()
      expect(made).toEqual({ type: 'HTMLElement', methods: false, shadow: false })
      expect(await livePreferences(running.app)).toMatchObject({ webviewTag: false })
    },
  },
  {
    point: 12,
    proof: 'where a window had webviews, none could be attached',
    async run(running) {
      const prevented = await running.app.evaluate(async ({ BrowserWindow }, address) => {
        const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
        await window.loadURL(address)
        const attached = new Promise<boolean>((resolve) =>
          window.webContents.on('will-attach-webview', (event) => resolve(event.defaultPrevented)),
        )
        const make = "const v = document.createElement('webview'); v.src = location.href; document.body.append(v)"
        await window.webContents.executeJavaScript(make)
        const outcome = await attached
        window.destroy()
        return outcome
      }, pageAddress)
      expect(prevented).toBe(true)
    },
  },
  {
    point: 13,
    proof: 'the window leaves its page for no address',
    async run(running) {
      const outcomes = []
      for (const address of elsewhere) outcomes.push(await navigationOutcome(running, address))
      expect(outcomes).toEqual(elsewhere.map(() => 'prevented'))
      // Each guard by itself, also where another would have come first.
      const [away, own] = ['https://example.invalid/', pageAddress]
      expect(
        await emitToPage(running.app, [
          ['will-navigate', { url: away }],
          ['will-navigate', { url: own }],
          ['will-frame-navigate', { url: away, isMainFrame: true }],
          ['will-frame-navigate', { url: own, isMainFrame: false }],
          ['will-frame-navigate', { url: own, isMainFrame: true }],
          ['will-redirect', { url: own }],
        ]),
      ).toEqual([true, false, true, true, false, true])
      const script = await running.page.evaluate(async () => {
        const link = document.createElement('a')
        link.setAttribute('href', "javascript:void(document.title = 'harmed')")
        document.body.append(link)
        link.click()
        await new Promise((resolve) => setTimeout(resolve, 50))
        return document.title
      })
      expect(script).not.toBe('harmed')
    },
  },
  {
    point: 14,
    proof: 'no window opens',
    async run(running) {
      const opened = await running.page.evaluate(
        (addresses) => {
          const link = document.createElement('a')
          link.href = 'https://example.invalid/'
          link.target = '_blank'
          document.body.append(link)
          link.click()
          return addresses.map((address) => window.open(address) === null)
        },
        [...elsewhere, pageAddress, 'about:blank', ''],
      )
      expect(new Set(opened)).toEqual(new Set([true]))
      const windows = await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
      expect(windows).toBe(1)
    },
  },
]

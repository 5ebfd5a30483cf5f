// Pages captured by the app's own browser from a real site: every byte, scrolled and opened; what servers and pages do wrong; seen again offline.
import { createServer } from 'node:https'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BrowserProgram } from '../../electron/core/job/browser-program.ts'
import type { VisitEnd } from '../../shared/contract/browser.ts'
import { captureRun, captureShow } from '../../shared/contract/capture.ts'
import { accountAdd } from '../../shared/contract/people.ts'
import { recordPage } from '../../shared/contract/record.ts'
import { capturePages, captureView } from '../../shared/contract/replay.ts'
import { PlatformName } from '../../shared/domain/account.ts'
import type { AccountId, CaptureId } from '../../shared/domain/id.ts'
import { openTestArchive, type TestArchive } from '../support/archive.ts'
import { ask, electronExecutable, isRoot, launchApp, root, temporaryFolder, untilVault } from './support/app.ts'
import { type CaptureSite, captureSite, PLANTED } from './support/capture-site.ts'
import { endsOf, storedAnswers, storedBytes, withoutToken } from './support/capture-tools.ts'
import { certificate } from './support/certificate.ts'

let site: CaptureSite
let vault: TestArchive
let program: BrowserProgram
let account: AccountId

beforeAll(async () => {
  site = await captureSite()
  const settings = join(await temporaryFolder(), 'settings')
  program = {
    command: electronExecutable(),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${settings}`,
      '--use-fake-device-for-media-stream',
      root,
    ],
  }
  vault = await openTestArchive({ browser: program })
  const draft = { handle: 'Alder Bay site', name: 'City site', department: '', liaison: '', nativeId: null }
  account = (await vault.call(accountAdd, { ...draft, platform: PlatformName.parse('wordpress') })).id
})
afterAll(async () => {
  await vault.close()
  await site.close()
})

describe('a page', () => {
  let capture: CaptureId

  test('is captured whole: scrolled to its end, its comments opened, every answer byte for byte', async () => {
    const ran = await vault.run(captureRun, {
      account,
      way: 'page',
      scope: { address: `${site.origin}/city`, kinds: ['linked'] },
      terms: 'site-1',
    })
    expect(ran).toMatchObject({ outcome: 'complete', unexplained: 0 })
    expect(ran.sentence).toBe('2 pages with 61 items came, all that was shown.')
    capture = ran.capture
    const stored = await storedAnswers(vault.folder)
    const lost = site.answered.filter(({ path, digest }) => !stored.get(withoutToken(path))?.includes(digest))
    // These two hand out keys of the session, which were overwritten.
    expect(lost.filter(({ path }) => path !== '/city' && path !== '/session')).toEqual([])
    expect(site.answered.length).toBeGreaterThanOrEqual(28)
  })

  test('found itself alone: no Node, no window, no camera, no other private address', () => {
    const [told, ...others] = site.reports
    expect(others.every((other) => other === told)).toBe(true)
    expect(told).toBe('undefined,undefined,undefined,no window,NotAllowedError,denied,not reached,not reached')
  })

  test('says who answered, with which browser it was seen, and what it was kept from', async () => {
    const { facts } = await vault.call(captureShow, { capture })
    expect(facts?.browser).toMatch(/^Chromium \d+\..* in Electron \d+/)
    expect(facts?.servers.map(({ addresses }) => addresses)).toContainEqual(['127.0.0.1'])
    expect(facts?.terms?.version).toBe('site-1')
    const met = facts?.limits.map(({ sentence }) => sentence).join(' ') ?? ''
    for (const words of ['10.1.2.3 lies in a private network', 'tried to open a window', 'tried to lead elsewhere'])
      expect(met).toContain(words)
  })

  test('leaves no cookie, key or token in any stored byte', async () => {
    const found = [...storedBytes(vault.folder)].flatMap(([file, bytes]) =>
      PLANTED.filter((secret) => bytes.includes(secret)).map((secret) => `${file}: ${secret}`),
    )
    expect(found).toEqual([])
    // The search would find them: what the page says is there.
    expect([...storedBytes(vault.folder)].some(([, bytes]) => bytes.includes('Comment 2 on notice 19'))).toBe(true)
  })

  test('is read as records, with what came by pressing', async () => {
    const { rows } = await vault.call(recordPage, {
      search: '"Comment 2 on notice 19"',
      before: null,
      limit: 10,
      live: false,
    })
    expect(rows.length).toBeGreaterThan(0)
  })

  test('is seen again without a network: picture, print, words, and its answers in their order', async () => {
    await expect(vault.call(capturePages, { capture })).resolves.toMatchObject([
      { address: `${site.origin}/city`, title: 'City of Alder Bay', views: ['screenshot', 'pdf', 'text'] },
      { address: `${site.origin}/city/about`, title: 'About' },
    ])
    const view = async (of: 'screenshot' | 'pdf' | 'text') =>
      Buffer.from(
        (await vault.call(captureView, { capture, address: `${site.origin}/city`, view: of })).bytes,
        'base64',
      )
    expect((await view('screenshot')).subarray(1, 4).toString()).toBe('PNG')
    expect((await view('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await view('text')).toString()).toContain('Señal número 19')
    const asked = { capture, method: 'GET', nth: 0, opened: false }
    const more = await vault.archive.captured({ ...asked, url: `${site.origin}/more?lot=2` })
    expect(Buffer.from(more?.body ?? []).toString()).toContain('Notice 10')
    expect(await vault.archive.captured({ ...asked, url: `${site.origin}/never-asked` })).toBeNull()
  })

  test('opens in a window of the app that has no network, no bridge and no way out', async () => {
    await vault.archive.close()
    const running = await launchApp({ args: [vault.folder] })
    try {
      await untilVault(running.page, 'open')
      const before = site.answered.length
      const opening = running.app.waitForEvent('window')
      const url = `${site.origin}/city`
      expect(
        await ask(running.page, { ask: 'replay', capture, url, at: 'November 30', pages: [], opened: false }),
      ).toEqual({
        kind: 'done',
      })
      const replay = await opening
      await replay.getByText('Notice 4').waitFor()
      expect(
        await replay.evaluate(() => [typeof Reflect.get(window, 'muniment'), typeof Reflect.get(window, 'require')]),
      ).toEqual(['undefined', 'undefined'])
      // Its scripts run, and find in the capture what they once found on the site.
      await replay.evaluate(() => document.querySelector<HTMLElement>('[data-post="1"]')?.click())
      const shown = () => replay.evaluate(() => document.body.textContent.includes('Comment 2 on notice 1'))
      await vi.waitFor(async () => expect(await shown()).toBe(true), { timeout: 10_000 })
      const reached = await replay.evaluate(() =>
        fetch('http://127.0.0.1:9/x').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      expect(reached === 404 || reached === 0).toBe(true)
      expect(site.answered.length).toBe(before)
      const titles = await running.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.getTitle()),
      )
      expect(titles).toContain(`As captured November 30: ${url}`)
    } finally {
      await running.close()
      vault = await openTestArchive({ browser: program, folder: vault.folder })
    }
  })
})

describe('what servers and pages do wrong', () => {
  let ends: ReadonlyMap<string, VisitEnd>
  const wrong = [
    '/slow',
    '/endless',
    '/huge',
    '/bomb',
    '/reset',
    '/half',
    '/ring',
    '/away',
    '/million',
    '/busy',
    '/later',
    '/gone',
    '/login',
  ]

  beforeAll(async () => {
    ends = await endsOf(
      program,
      site.origin,
      wrong.map((path) => `${site.origin}${path}`),
    )
  })

  test.each([
    ['/slow', 'did not come to its end'],
    ['/endless', /did not come to its end|was larger than may be kept/],
    ['/huge', 'was larger than may be kept'],
    ['/bomb', /was larger than may be kept|took more than|did not come to its end/],
    ['/reset', 'the server broke the connection off'],
    ['/half', 'did not come to its end'],
    ['/ring', 'it sends the browser round in a ring'],
    ['/away', 'none of the account’s own'],
    ['/busy', 'took more than'],
    ['/later', '/broken was answered with 503'],
    ['/gone', 'the server answered with 404'],
    ['/login', 'it asks for a log-in'],
  ])('%s ends in words, and never as met', (path, words) => {
    const end = ends.get(`${site.origin}${path}`)
    expect(end?.met).toBe(false)
    expect(end?.why).toMatch(words)
  })

  test('a page of a million parts ends within its bounds', () => {
    expect(ends.get(`${site.origin}/million`)).toBeDefined()
  })

  test('a wrong certificate is refused', async () => {
    const server = createServer(certificate, (_asked, answer) => answer.end('never seen'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const origin = `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const [end] = (await endsOf(program, origin, [`${origin}/city`])).values()
    server.closeAllConnections()
    server.close()
    expect(end).toMatchObject({ met: false, why: expect.stringContaining('certificate is not valid') })
  })

  test('a log-in page says that the log-in has lapsed, and the vault is whole', async () => {
    const order = { account, way: 'page', scope: { address: `${site.origin}/login` }, terms: 'site-1' }
    const ran = await vault.run(captureRun, order)
    expect(ran).toMatchObject({ outcome: 'lapsed', unexplained: 0 })
    expect(ran.sentence).toContain('asks for a log-in')
  })

  test.each([
    ['without the terms read', { terms: null }, {}, 'CAPTURE_REFUSED'],
    ['of a closed group without the attorney', {}, { closed: true }, 'ATTORNEY_REQUIRED'],
    [
      'of another’s page on a shared platform',
      { terms: 'x-1' },
      { address: 'https://x.com/somebody' },
      'CAPTURE_REFUSED',
    ],
  ])('nothing is captured %s', async (_how, order, scope, code) => {
    const job = await vault.start(captureRun, {
      account,
      way: 'page',
      terms: 'site-1',
      ...order,
      scope: { address: `${site.origin}/city`, ...scope },
    })
    expect(job).toMatchObject({ state: 'failed', problem: { code } })
  })
})

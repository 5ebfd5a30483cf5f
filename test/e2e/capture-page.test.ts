// Pages captured by the app's own browser from a real site: every byte, scrolled and opened; with an operator's log-in; seen again offline.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { captureCompare, captureNoLongerShown, captureRun, captureShow } from '../../shared/contract/capture.ts'
import { recordPage } from '../../shared/contract/record.ts'
import { capturePages, captureView } from '../../shared/contract/replay.ts'
import { captureSignIn, captureSignOut } from '../../shared/contract/sign-in.ts'
import type { CaptureId } from '../../shared/domain/id.ts'
import { ask, launchApp, untilVault } from './support/app.ts'
import { type CaptureDesk, captureDesk } from './support/capture-desk.ts'
import { OPERATOR, PLANTED } from './support/capture-site.ts'
import { storedAnswers, storedBytes, tellWindow, withoutToken } from './support/capture-tools.ts'

let desk: CaptureDesk

beforeAll(async () => {
  desk = await captureDesk()
})
afterAll(() => desk.close())

describe('a page', () => {
  let capture: CaptureId

  test('is captured whole: scrolled to its end, its comments opened, every answer byte for byte', async () => {
    const ran = await desk.vault.run(captureRun, {
      account: desk.account,
      way: 'page',
      scope: { address: `${desk.site.origin}/city`, kinds: ['linked'] },
      terms: 'site-1',
    })
    expect(ran).toMatchObject({ outcome: 'complete', unexplained: 0 })
    expect(ran.sentence).toBe('2 pages with 61 items came, all that was shown.')
    capture = ran.capture
    const stored = await storedAnswers(desk.vault.folder)
    const lost = desk.site.answered.filter(({ path, digest }) => !stored.get(withoutToken(path))?.includes(digest))
    // These two hand out keys of the session, which were overwritten.
    expect(lost.filter(({ path }) => path !== '/city' && path !== '/session')).toEqual([])
    expect(desk.site.answered.length).toBeGreaterThanOrEqual(28)
  })

  test.each([
    ['/unhurried', 'complete', '1 page with 2 items came, all that was shown.'],
    ['/window', 'complete', '1 page with 12 items came, all that was shown.'],
    ['/guarded', 'incomplete', '/guarded/more was answered with 403'],
    ['/unscripted', 'incomplete', '/broken was answered with 503'],
    ['/unkept', 'incomplete', '“view 2 more comments” was pressed, and nothing came'],
  ] as const)('%s is at its end only when nothing is still to come: %s', async (path, outcome, words) => {
    const scope = { address: `${desk.site.origin}${path}` }
    const ran = await desk.vault.run(captureRun, { account: desk.account, way: 'page', scope, terms: 'site-1' })
    expect(ran).toMatchObject({ outcome, sentence: expect.stringContaining(words), unexplained: 0 })
  })

  test('that holds no more than what is in view is read whole', async () => {
    const search = { before: null, limit: 50, live: false }
    const { rows } = await desk.vault.call(recordPage, { ...search, search: '"Windowed notice" kind:post' })
    const at = (nth: number) => `${desk.site.origin}/window/${nth}`
    expect(rows.map(({ nativeId }) => nativeId).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, n) => at(n)).toSorted(),
    )
  })

  test('found itself alone: no Node, no window, no camera, no other private address', () => {
    const [told, ...others] = desk.site.reports
    expect(others.every((other) => other === told)).toBe(true)
    expect(told).toBe('1280,undefined,undefined,undefined,no window,NotAllowedError,denied,not reached,not reached')
  })

  test('says who answered, with which browser it was seen, and what it was kept from', async () => {
    const { facts } = await desk.vault.call(captureShow, { capture })
    expect(facts?.browser).toMatch(/^Chromium \d+\..* in Electron \d+/)
    expect(facts?.servers.map(({ addresses }) => addresses)).toContainEqual(['127.0.0.1'])
    expect(facts?.terms?.version).toBe('site-1')
    const met = facts?.limits.map(({ sentence }) => sentence).join(' ') ?? ''
    for (const words of [
      'asks programs to stay away from /city (line 2)',
      '10.1.2.3 lies in a private network',
      'tried to open a window',
      'tried to download a file',
      'tried to lead elsewhere',
    ])
      expect(met).toContain(words)
  })

  test('leaves no cookie, key or token in any stored byte', async () => {
    const found = [...storedBytes(desk.vault.folder)].flatMap(([file, bytes]) =>
      PLANTED.filter((secret) => bytes.includes(secret)).map((secret) => `${file}: ${secret}`),
    )
    expect(found).toEqual([])
    // The search would find them: what the page says is there.
    expect([...storedBytes(desk.vault.folder)].some(([, bytes]) => bytes.includes('Comment 2 on notice 19'))).toBe(true)
  })

  test('is read as records, with what came by pressing', async () => {
    const { rows } = await desk.vault.call(recordPage, {
      search: '"Comment 2 on notice 19"',
      before: null,
      limit: 10,
      live: false,
    })
    expect(rows.length).toBeGreaterThan(0)
  })

  test('is seen again without a network: picture, print, words, and its answers in their order', async () => {
    await expect(desk.vault.call(capturePages, { capture })).resolves.toMatchObject([
      { address: `${desk.site.origin}/city`, title: 'City of Alder Bay', views: ['screenshot', 'pdf', 'text'] },
      { address: `${desk.site.origin}/city/about`, title: 'About' },
    ])
    const view = async (of: 'screenshot' | 'pdf' | 'text') =>
      Buffer.from(
        (await desk.vault.call(captureView, { capture, address: `${desk.site.origin}/city`, view: of })).bytes,
        'base64',
      )
    expect((await view('screenshot')).subarray(1, 4).toString()).toBe('PNG')
    expect((await view('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await view('text')).toString()).toContain('Señal número 19')
    const asked = { capture, method: 'GET', nth: 0, opened: false }
    const more = await desk.vault.archive.captured({ ...asked, url: `${desk.site.origin}/more?lot=2` })
    expect(Buffer.from(more?.body ?? []).toString()).toContain('Notice 10')
    expect(await desk.vault.archive.captured({ ...asked, url: `${desk.site.origin}/never-asked` })).toBeNull()
  })

  test('opens in a window of the app that has no network, no bridge and no way out', async () => {
    await desk.away(async (folder) => {
      const running = await launchApp({ args: [folder] })
      try {
        await untilVault(running.page, 'open')
        const before = desk.site.answered.length
        const opening = running.app.waitForEvent('window')
        const url = `${desk.site.origin}/city`
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
        expect(desk.site.answered.length).toBe(before)
        const titles = await running.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((window) => window.getTitle()),
        )
        expect(titles).toContain(`As captured November 30: ${url}`)
      } finally {
        await running.close()
      }
    })
  })
})

describe('two captures of a page', () => {
  const take = () => {
    const scope = { address: `${desk.site.origin}/board` }
    return desk.vault.run(captureRun, { account: desk.account, way: 'page', scope, terms: 'site-1' })
  }

  test('tell what was edited, removed and added, and of what is known by its words alone never that it is gone', async () => {
    const { board, origin } = desk.site
    board.push(['post-1', 'The pool opens.'], ['post-2', 'Road work.'], ['post-3', 'Fair.'], ['', 'At last!'])
    const first = await take()
    board.splice(0, board.length, ['post-1', 'The pool is closed.'], ['post-3', 'Fair.'], ['post-4', 'Budget.'])
    const later = await take()
    expect([first.outcome, later.outcome]).toEqual(['complete', 'complete'])
    const told = await desk.vault.call(captureCompare, { one: first.capture, other: later.capture })
    const shown = Object.entries(told).map(([change, items]) => [
      change,
      Array.isArray(items) ? items.map(({ text }) => text) : null,
    ])
    expect(Object.fromEntries(shown)).toMatchObject({
      changed: ['The pool is closed.'],
      gone: ['Road work.'],
      new: ['Budget.'],
      same: ['Fair.'],
      notReached: ['At last!'],
      hidden: [],
      outOfRange: [],
    })
    expect(told.gone.map(({ nativeId }) => nativeId)).toEqual([`${origin}/board post-2`])
    const drafts = await desk.vault.call(captureNoLongerShown, {})
    expect(drafts.map(({ record, shownIn }) => [record, shownIn])).toEqual([[told.gone[0]?.record, first.capture]])
  })
})

describe('with a log-in of the operator’s', () => {
  const scope = () => ({ address: `${desk.site.origin}/members`, signedIn: true })
  const order = () => ({ account: desk.account, way: 'page', scope: scope(), terms: 'site-1' })

  test('signs in by a window of this desk, captures what it shows, and leaves the operator out of it', async () => {
    const signing = desk.vault.run(captureSignIn, { account: desk.account, address: `${desk.site.origin}/members` })
    const at = `${desk.site.origin}/members`
    const enter = `const field = document.querySelector('[name=pass]')
      if (field !== null && field.value === '') { field.value = '${PLANTED[4]}'; document.forms[0].submit() }
      document.title`
    const seen = () => tellWindow(desk.port, at, 'Runtime.evaluate', { expression: `{ ${enter} }` })
    await vi.waitFor(async () => expect(JSON.stringify(await seen())).toContain('Members of Alder Bay'), {
      timeout: 40_000,
    })
    await tellWindow(desk.port, at, 'Page.close')
    await expect(signing).resolves.toEqual({ hosts: ['127.0.0.1'] })
    const ran = await desk.vault.run(captureRun, order())
    expect(ran).toMatchObject({ outcome: 'complete', sentence: '1 page with 1 item came, all that was shown.' })
    const bytes = [...storedBytes(desk.vault.folder)]
    expect(bytes.some(([, one]) => one.includes('the gate code is changed'))).toBe(true)
    for (const words of [...PLANTED, OPERATOR])
      expect(bytes.filter(([, one]) => one.includes(words)).map(([file]) => `${file}: ${words}`)).toEqual([])
    // On the desk nothing of it lies beside the account's own folder.
    const beside = [...storedBytes(desk.settings)].filter(([file]) => !file.includes('/capture/'))
    expect(beside.filter(([, one]) => PLANTED.some((secret) => one.includes(secret))).map(([file]) => file)).toEqual([])
  })

  test('signs out, and from then on the log-in page that comes instead is known for what it is', async () => {
    await desk.vault.run(captureSignOut, { account: desk.account })
    const left = [...storedBytes(desk.settings)]
    expect(left.filter(([, one]) => [...PLANTED, OPERATOR].some((secret) => one.includes(secret)))).toEqual([])
    expect(left.some(([file]) => file.includes('/capture/'))).toBe(true)
    const ran = await desk.vault.run(captureRun, order())
    expect(ran).toMatchObject({ outcome: 'lapsed', unexplained: 0 })
    expect(ran.sentence).toContain('asks for a log-in instead of showing the page')
  })
})

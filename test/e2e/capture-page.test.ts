// Pages captured by the app's own browser from a real site: every byte, scrolled and opened; what servers and pages do wrong; seen again offline.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { BrowserProgram } from '../../electron/core/job/browser-program.ts'
import type { VisitEnd } from '../../shared/contract/browser.ts'
import { captureList, captureRun, captureShow } from '../../shared/contract/capture.ts'
import { captureSchedule, captureSchedules } from '../../shared/contract/capture-schedule.ts'
import { jobCancel, jobResume, jobShow } from '../../shared/contract/job.ts'
import { accountAdd } from '../../shared/contract/people.ts'
import { recordPage } from '../../shared/contract/record.ts'
import { capturePages, captureView } from '../../shared/contract/replay.ts'
import { captureSignIn, captureSignOut } from '../../shared/contract/sign-in.ts'
import { PlatformName } from '../../shared/domain/account.ts'
import { type AccountId, CaptureId, CommandId, JobId, PersonId } from '../../shared/domain/id.ts'
import type { Job } from '../../shared/domain/job.ts'
import { Instant } from '../../shared/domain/time.ts'
import { openTestArchive, type TestArchive } from '../support/archive.ts'
import { munimentIn } from '../support/command-line.ts'
import { ask, electronExecutable, isRoot, launchApp, root, temporaryFolder, untilVault } from './support/app.ts'
import { type CaptureSite, captureSite, OPERATOR, PLANTED } from './support/capture-site.ts'
import { endsOf, storedAnswers, storedBytes, tellWindow, withoutToken } from './support/capture-tools.ts'
import { certificate } from './support/certificate.ts'

let site: CaptureSite
let vault: TestArchive
let program: BrowserProgram
let account: AccountId
let port: number
const clock = () => Instant.parse(Date.now())

beforeAll(async () => {
  site = await captureSite()
  const settings = join(await temporaryFolder(), 'settings')
  // By it a test does in the operator's window what the operator would.
  port = await freePort()
  program = {
    command: electronExecutable(),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${settings}`,
      '--use-fake-device-for-media-stream',
      `--remote-debugging-port=${port}`,
      root,
    ],
  }
  vault = await open()
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
    expect(told).toBe('1280,undefined,undefined,undefined,no window,NotAllowedError,denied,not reached,not reached')
  })

  test('says who answered, with which browser it was seen, and what it was kept from', async () => {
    const { facts } = await vault.call(captureShow, { capture })
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
      vault = await open(vault.folder)
    }
  })
})

describe('with a log-in of the operator’s', () => {
  const scope = () => ({ address: `${site.origin}/members`, signedIn: true })
  const order = () => ({ account, way: 'page', scope: scope(), terms: 'site-1' })

  test('signs in by a window of this desk, captures what it shows, and leaves the operator out of it', async () => {
    const signing = vault.run(captureSignIn, { account, address: `${site.origin}/members` })
    const at = `${site.origin}/members`
    const enter = `const field = document.querySelector('[name=pass]')
      if (field !== null && field.value === '') { field.value = '${PLANTED[4]}'; document.forms[0].submit() }
      document.title`
    const seen = () => tellWindow(port, at, 'Runtime.evaluate', { expression: `{ ${enter} }` })
    await vi.waitFor(async () => expect(JSON.stringify(await seen())).toContain('Members of Alder Bay'), {
      timeout: 15_000,
    })
    await tellWindow(port, at, 'Page.close')
    await expect(signing).resolves.toEqual({ hosts: ['127.0.0.1'] })
    const ran = await vault.run(captureRun, order())
    expect(ran).toMatchObject({ outcome: 'complete', sentence: '1 page with 1 item came, all that was shown.' })
    const bytes = [...storedBytes(vault.folder)]
    expect(bytes.some(([, one]) => one.includes('the gate code is changed'))).toBe(true)
    for (const words of [...PLANTED, OPERATOR])
      expect(bytes.filter(([, one]) => one.includes(words)).map(([file]) => `${file}: ${words}`)).toEqual([])
  })

  test('signs out, and from then on the log-in page that comes instead is known for what it is', async () => {
    await vault.run(captureSignOut, { account })
    const ran = await vault.run(captureRun, order())
    expect(ran).toMatchObject({ outcome: 'lapsed', unexplained: 0 })
    expect(ran.sentence).toContain('asks for a log-in instead of showing the page')
  })
})

describe('by a schedule', () => {
  test('is captured by the command line and its own browser, as everybody sees it, with the terms that were read for it', async () => {
    const address = `${site.origin}/limited`
    const set = { account, way: 'page', scope: { address }, every: 'daily' } as const
    await expect(vault.call(captureSchedule, set)).rejects.toThrow('Read the terms first')
    await vault.call(captureSchedule, { ...set, terms: 'site-1' })
    const before = (await vault.call(captureList, {})).length
    const folder = await closed(vault)
    const words = ['--vault', folder, 'capture', '--due', '--json']
    const { code, out, err } = await munimentIn({ MUNIMENT_ELECTRON: await electronAlone() }, folder, ...words)
    vault = await open(folder)
    expect([code, err]).toEqual([0, expect.any(String)])
    const [value] = z.array(z.looseObject({ capture: CaptureId })).parse(JSON.parse(out))
    expect(value).toMatchObject({ outcome: 'complete' })
    const { facts } = await vault.call(captureShow, { capture: CaptureId.parse(value?.capture) })
    expect(facts?.terms?.version).toBe('site-1')
    expect(facts?.limits).toContainEqual(
      expect.objectContaining({ kind: 'rate', sentence: expect.stringContaining('left alone for 1 seconds') }),
    )
    const [state] = await vault.call(captureSchedules, { now: clock() })
    expect(state).toMatchObject({ due: false, termsChanged: false, lapsed: false })
    expect(await vault.call(captureList, {})).toHaveLength(before + 1)
  })
})

describe('that does not come to its end', () => {
  const begin = async (path: string, kinds: string[] = []): Promise<JobId> => {
    const order = { account, way: 'page', scope: { address: `${site.origin}${path}`, kinds }, terms: 'site-1' }
    const context = {
      command: CommandId.parse(randomUUID()),
      actor: PersonId.parse('clerk'),
    }
    return z
      .object({ job: JobId })
      .parse(await vault.archive.call('capture.run', order, { ...context, signal: new AbortController().signal })).job
  }
  const until = (id: JobId, done: (job: Job) => boolean) =>
    vi.waitFor(
      async () => {
        const job = await vault.call(jobShow, { id })
        expect(done(job), `${job.state}: ${job.stage}`).toBe(true)
        return job
      },
      { timeout: 30_000, interval: 100 },
    )

  test('is stopped: the page that is shown is kept as it is, and marked incomplete', async () => {
    const id = await begin('/old')
    await until(id, ({ stage }) => /[1-9]\d+ items/.test(stage))
    await vault.call(jobCancel, { id })
    const { result } = await until(id, ({ state }) => state === 'succeeded')
    const ran = captureRun.output.parse(result)
    expect(ran).toMatchObject({ outcome: 'incomplete', unexplained: 0 })
    expect(ran.sentence).toMatch(/^It was stopped\. 1 page with \d+ items came until then; what came is kept\.$/)
    const pages = await vault.call(capturePages, { capture: ran.capture })
    expect(pages).toMatchObject([{ address: `${site.origin}/old`, views: ['screenshot', 'pdf', 'text'] }])
  })

  test('is killed: it goes on after the last page that it had, and says so', async () => {
    const id = await begin('/chain', ['linked'])
    await until(id, ({ done }) => done === 2)
    vault = await open(await closed(vault))
    expect(await vault.call(jobShow, { id })).toMatchObject({ state: 'interrupted', resumable: true })
    await vault.call(jobResume, { id })
    const { result } = await until(id, ({ state }) => state === 'succeeded')
    const ran = captureRun.output.parse(result)
    expect(ran).toMatchObject({ outcome: 'complete', unexplained: 0 })
    expect(ran.sentence).toBe('3 pages with 3 items came, all that was shown.')
    const { facts } = await vault.call(captureShow, { capture: ran.capture })
    expect(facts?.limits.map(({ sentence }) => sentence).join()).toContain(
      'broke off after 2 pages, and was gone on with',
    )
    expect(facts?.counts.pages).toBe(3)
    const pages = await vault.call(capturePages, { capture: ran.capture })
    expect(pages.map(({ address }) => new URL(address).pathname)).toEqual(['/chain', '/chain/1', '/chain/2'])
    for (const path of ['/chain', '/chain/1', '/chain/2'])
      expect(site.answered.filter((one) => one.path === path)).toHaveLength(1)
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
    const endsAt = (paths: readonly string[], since: number | null = null) =>
      endsOf(
        program,
        site.origin,
        paths.map((path) => `${site.origin}${path}`),
        since,
      )
    // Whoever is told to stay away for a day asks nothing else.
    const back = await endsAt(['/old', '/day', '/city'], Date.UTC(2026, 9, 25))
    ends = new Map([...(await endsAt(wrong)), ...back])
  })

  test.each([
    ['/slow', 'did not come to its end'],
    ['/endless', /did not come to its end|was larger than may be kept/],
    ['/huge', /was larger than may be kept|did not come to its end/],
    ['/bomb', /was larger than may be kept|took more than|did not come to its end/],
    ['/reset', 'the server broke the connection off'],
    ['/half', 'did not come to its end'],
    ['/ring', 'it sends the browser round in a ring'],
    ['/away', 'none of the account’s own'],
    ['/busy', 'took more than'],
    ['/later', '/broken was answered with 503'],
    ['/gone', 'the server answered with 404'],
    ['/day', '/day was answered with 429'],
    ['/login', 'it asks for a log-in'],
  ])('%s ends in words, and never as met', (path, words) => {
    const end = ends.get(`${site.origin}${path}`)
    expect(end?.met).toBe(false)
    expect(end?.why).toMatch(words)
  })

  test('a server that wants to be left alone for a day is asked for no other page', () => {
    expect(ends.get(`${site.origin}/day`)?.wait).toBe(86_400_000)
    expect(ends.has(`${site.origin}/city`)).toBe(false)
  })

  test('a list without an end is scrolled back to the day that was asked for, where the newest stands first', () => {
    const end = ends.get(`${site.origin}/old`)
    expect(end).toMatchObject({ met: true, older: true, why: 'it was scrolled back to the day that was asked for' })
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

let openings = 0
/** Opens the vault, each time with other randomness. */
function open(folder?: string): Promise<TestArchive> {
  return openTestArchive({
    browser: program,
    clock,
    seed: `opening ${++openings}`,
    ...(folder === undefined ? {} : { folder }),
  })
}

/** Closes a vault. Returns its folder. */
async function closed({ archive, folder }: TestArchive): Promise<string> {
  await archive.close()
  return folder
}

/** An Electron that the command line can start as it stands: as root it needs a switch, and a folder of the test's own. */
async function electronAlone(): Promise<string> {
  const folder = await temporaryFolder()
  const path = join(folder, 'electron')
  const words = [program.command, ...program.args.slice(0, -1)].map((word) => `'${word}'`)
  await writeFile(path, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 })
  return path
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer(certificate).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

// Captures of pages that do not go as they should: stopped, killed, by a schedule without the app, and whatever servers and pages do wrong.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:https'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { VisitEnd } from '../../shared/contract/browser.ts'
import { captureList, captureRun, captureShow } from '../../shared/contract/capture.ts'
import { captureSchedule, captureSchedules } from '../../shared/contract/capture-schedule.ts'
import { accessionList } from '../../shared/contract/intake.ts'
import { jobCancel, jobResume, jobShow } from '../../shared/contract/job.ts'
import { capturePages } from '../../shared/contract/replay.ts'
import { vaultVerify } from '../../shared/contract/vault.ts'
import { CaptureId, CommandId, JobId, PersonId } from '../../shared/domain/id.ts'
import type { Job } from '../../shared/domain/job.ts'
import { munimentIn } from '../support/command-line.ts'
import { packageOf, readWacz } from '../support/wacz.ts'
import { type CaptureDesk, captureDesk } from './support/capture-desk.ts'
import { WRONG } from './support/capture-site-faults.ts'
import { endsOf } from './support/capture-tools.ts'
import { certificate } from './support/certificate.ts'

let desk: CaptureDesk

beforeAll(async () => {
  desk = await captureDesk()
})
afterAll(() => desk.close())

describe('by a schedule', () => {
  test('is captured by the command line and its own browser, as everybody sees it, with the terms that were read for it', async () => {
    const address = `${desk.site.origin}/limited`
    const set = { account: desk.account, way: 'page', scope: { address }, every: 'daily' } as const
    await expect(desk.vault.call(captureSchedule, set)).rejects.toThrow('Read the terms first')
    await desk.vault.call(captureSchedule, { ...set, terms: 'site-1' })
    const before = (await desk.vault.call(captureList, {})).length
    const MUNIMENT_ELECTRON = await desk.electronAlone()
    const { code, out, err } = await desk.away((folder) =>
      munimentIn({ MUNIMENT_ELECTRON }, folder, '--vault', folder, 'capture', '--due', '--json'),
    )
    expect([code, err]).toEqual([0, expect.any(String)])
    const [value] = z.array(z.looseObject({ capture: CaptureId })).parse(JSON.parse(out))
    expect(value).toMatchObject({ outcome: 'complete' })
    const { facts } = await desk.vault.call(captureShow, { capture: CaptureId.parse(value?.capture) })
    expect(facts?.terms?.version).toBe('site-1')
    expect(facts?.limits).toContainEqual(
      expect.objectContaining({ kind: 'rate', sentence: expect.stringContaining('left alone for 1 seconds') }),
    )
    const [state] = await desk.vault.call(captureSchedules, { now: desk.now() })
    expect(state).toMatchObject({ due: false, termsChanged: false, lapsed: false })
    expect(await desk.vault.call(captureList, {})).toHaveLength(before + 1)
  })
})

describe('that does not come to its end', () => {
  const begin = async (path: string, kinds: string[] = []): Promise<JobId> => {
    const order = {
      account: desk.account,
      way: 'page',
      scope: { address: `${desk.site.origin}${path}`, kinds },
      terms: 'site-1',
    }
    const context = {
      command: CommandId.parse(randomUUID()),
      actor: PersonId.parse('clerk'),
    }
    return z
      .object({ job: JobId })
      .parse(await desk.vault.archive.call('capture.run', order, { ...context, signal: new AbortController().signal }))
      .job
  }
  const until = (id: JobId, done: (job: Job) => boolean) =>
    vi.waitFor(
      async () => {
        const job = await desk.vault.call(jobShow, { id })
        expect(done(job), `${job.state}: ${job.stage}`).toBe(true)
        return job
      },
      { timeout: 30_000, interval: 100 },
    )

  test('is stopped: the page that is shown is kept as it is, and marked incomplete', async () => {
    const id = await begin('/old')
    await until(id, ({ stage }) => /[1-9]\d+ items/.test(stage))
    await desk.vault.call(jobCancel, { id })
    const { result } = await until(id, ({ state }) => state === 'succeeded')
    const ran = captureRun.output.parse(result)
    expect(ran).toMatchObject({ outcome: 'incomplete', unexplained: 0 })
    expect(ran.sentence).toMatch(/^It was stopped\. 1 page with \d+ items came until then; what came is kept\.$/)
    const pages = await desk.vault.call(capturePages, { capture: ran.capture })
    expect(pages).toMatchObject([{ address: `${desk.site.origin}/old`, views: ['screenshot', 'pdf', 'text'] }])
  })

  test('is stopped while its page is still on its way: it ends at once, with what came', async () => {
    const id = await begin('/slow')
    await vi.waitFor(() => expect(desk.site.begun).toContain('/slow'), { timeout: 30_000 })
    await desk.vault.call(jobCancel, { id })
    const { result } = await until(id, ({ state }) => state === 'succeeded')
    const ran = captureRun.output.parse(result)
    expect(ran).toMatchObject({ outcome: 'incomplete', unexplained: 0 })
    expect(ran.sentence).toMatch(/^It was stopped\. [01] pages? with 0 items came until then; what came is kept\.$/)
  })

  test('is killed: it goes on after the last page that it had, and says so', async () => {
    const id = await begin('/chain', ['linked'])
    await until(id, ({ done }) => done === 2)
    await desk.away(async () => {})
    expect(await desk.vault.call(jobShow, { id })).toMatchObject({ state: 'interrupted', resumable: true })
    await desk.vault.call(jobResume, { id })
    const { result } = await until(id, ({ state }) => state === 'succeeded')
    const ran = captureRun.output.parse(result)
    expect(ran).toMatchObject({ outcome: 'complete', unexplained: 0 })
    expect(ran.sentence).toBe('3 pages with 3 items came, all that was shown.')
    const { facts } = await desk.vault.call(captureShow, { capture: ran.capture })
    expect(facts?.limits.map(({ sentence }) => sentence).join()).toContain(
      'broke off after 2 pages, and was gone on with',
    )
    expect(facts?.counts.pages).toBe(3)
    const pages = await desk.vault.call(capturePages, { capture: ran.capture })
    expect(pages.map(({ address }) => new URL(address).pathname)).toEqual(['/chain', '/chain/1', '/chain/2'])
    for (const path of ['/chain', '/chain/1', '/chain/2'])
      expect(desk.site.answered.filter((one) => one.path === path)).toHaveLength(1)
  })

  test('meets a server that does everything wrong: it keeps what came, in a package that others read, and says what did not', async () => {
    const scope = { address: `${desk.site.origin}/wrong`, kinds: ['linked'] }
    const ran = await desk.vault.run(captureRun, { account: desk.account, way: 'page', scope, terms: 'site-1' })
    expect(ran).toMatchObject({ outcome: 'incomplete', unexplained: 0 })
    const { facts } = await desk.vault.call(captureShow, { capture: ran.capture })
    expect(facts?.stop.met).toBe(false)
    expect(facts?.counts.truncated).toBeGreaterThanOrEqual(3)
    const pages = await desk.vault.call(capturePages, { capture: ran.capture })
    expect(pages.map(({ address }) => new URL(address).pathname).toSorted()).toEqual(['/wrong', ...WRONG].toSorted())
    const [{ packages = [] } = {}] = await desk.vault.call(accessionList, {})
    expect((await readWacz(packageOf(desk.vault.folder, packages[0]?.id ?? ''))).faults).toEqual([])
  })

  test('leaves the vault whole', async () => {
    expect((await desk.vault.run(vaultVerify, {})).findings).toEqual([])
  })
})

describe('what servers and pages do wrong', () => {
  let ends: ReadonlyMap<string, VisitEnd>
  let uncertified: VisitEnd | undefined
  const large = ['/endless', '/huge', '/bomb', '/million']
  const wrong = ['/slow', '/reset', '/half', '/ring', '/away', '/later', '/gone', '/busy']

  // They mostly wait, so they wait together: a browser each for what is large, what is wrong, and what is scrolled back.
  beforeAll(async () => {
    const at = (paths: readonly string[]) => paths.map((path) => `${desk.site.origin}${path}`)
    const ofLarge = endsOf(desk.program, desk.site.origin, at(large), null, 10_000)
    // What is waited for comes later on a busy machine, and a log-in page ends a run. Whoever is told to stay away for a day asks nothing else.
    const ofWrong = endsOf(desk.program, desk.site.origin, at([...wrong, '/login']), null, 5000)
    const back = endsOf(
      desk.program,
      desk.site.origin,
      at(['/old', '/old?again', '/day', '/city']),
      Date.UTC(2026, 9, 25),
      30_000,
    )
    const [found, certified] = await Promise.all([Promise.all([ofLarge, ofWrong, back]), endOfUncertified()])
    ends = new Map(found.flatMap((some) => [...some]))
    uncertified = certified
  })

  async function endOfUncertified(): Promise<VisitEnd | undefined> {
    const server = createServer(certificate, (_asked, answer) => answer.end('never seen'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const origin = `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    try {
      return (await endsOf(desk.program, origin, [`${origin}/city`], null, 10_000)).get(`${origin}/city`)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }

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
    const end = ends.get(`${desk.site.origin}${path}`)
    expect(end?.met).toBe(false)
    expect(end?.why).toMatch(words)
  })

  test('a server that wants to be left alone for a day is asked for no other page', () => {
    expect(ends.get(`${desk.site.origin}/day`)?.wait).toBe(86_400_000)
    expect(ends.has(`${desk.site.origin}/city`)).toBe(false)
  })

  test('a list without an end is scrolled back to the day that was asked for, where the newest stands first', () => {
    const end = ends.get(`${desk.site.origin}/old`)
    expect(end).toMatchObject({
      met: true,
      older: true,
      why: expect.stringMatching(/^it was scrolled back to the day that was asked for/),
    })
  })

  test('a page of a million parts ends within its bounds', () => {
    const end = ends.get(`${desk.site.origin}/million`)
    expect(end?.why).toMatch(/nothing more came|bound of|could not be taken|took more than|did not (?:come|answer)/)
    // Only its picture and print may lack: without its words or state nobody knows what it showed.
    expect(end?.met).toBe(
      /^nothing more came(?:; (?:its (?:picture|print)(?:, )?)+ could not be taken)?$/.test(end?.why ?? ''),
    )
  })

  test('a wrong certificate is refused', () => {
    expect(uncertified).toMatchObject({ met: false, why: expect.stringContaining('certificate is not valid') })
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
    const job = await desk.vault.start(captureRun, {
      account: desk.account,
      way: 'page',
      terms: 'site-1',
      ...order,
      scope: { address: `${desk.site.origin}/city`, ...scope },
    })
    expect(job).toMatchObject({ state: 'failed', problem: { code } })
  })
})

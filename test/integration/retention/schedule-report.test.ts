// Purge reports by the calendar: when one is due, what the schedulers are told, and what the installed command does.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entryFiles } from '../../../electron/cli/scheduler/entry.ts'
import { isReportDue, nextPeriod, periodStart } from '../../../shared/domain/disposition/report-schedule.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { flaggedLayout, layoutCsv } from '../../fixtures/schedule/layouts.ts'
import { muniment } from '../../support/command-line.ts'

const ZONE = 'America/Los_Angeles'
const day = (text: string) => LocalDate.parse(text)

describe('a report by the calendar', () => {
  it.each([
    ['month', '2026-02-28', '2026-02-01', '2026-03-01'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-04-01'],
    ['quarter', '2026-04-01', '2026-04-01', '2026-07-01'],
    ['quarter', '2026-12-31', '2026-10-01', '2027-01-01'],
    ['year', '2026-12-31', '2026-01-01', '2027-01-01'],
  ] as const)('of a %s: that of %s began on %s; it is due until one is drawn up in it', (every, on, first, next) => {
    expect([periodStart(day(on), every), nextPeriod(day(on), every)]).toEqual([first, next])
    const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10)
    const noon = (day: string) => Instant.parse(Date.parse(`${day}T12:00:00-08:00`))
    const last = [null, noon('2020-01-01'), noon(before), noon(first), noon(on)]
    expect(last.map((one) => isReportDue(every, one, { zone: ZONE, today: day(on) }))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('begins at midnight in the City’s zone, and is never due where none is asked for', () => {
    const now = { zone: ZONE, today: day('2026-01-01') }
    const moments = ['2025-12-31T23:59:59-08:00', '2026-01-01T00:00:00-08:00'].map((at) =>
      Instant.parse(Date.parse(at)),
    )
    expect(moments.map((one) => isReportDue('year', one, now))).toEqual([true, false])
    expect([null, ...moments].map((one) => isReportDue(null, one, now))).toEqual([false, false, false])
  })
})

const hostile = ['/opt/My "Apps"/muniment', 'a%b', 'c$HOME', 'back\\slash\\', '<&>', 'Zoë']
const entry = { name: 'muniment-report-test', every: 'quarter', about: 'Report <& of "Zoë"', program: hostile } as const
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-report-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What another reader of XML makes of a document: the text of every element, by its name, in order. */
function elements(xml: string): [name: string, text: string][] {
  const script =
    "import sys,json,xml.etree.ElementTree as t;print(json.dumps([[e.tag.split('}')[-1],(e.text or '').strip()] for e in t.fromstring(sys.stdin.buffer.read()).iter()]))"
  return JSON.parse(execFileSync('python3', ['-c', script], { input: xml, encoding: 'utf8' }))
}

/** What another reader of property lists makes of one. */
function propertyList(text: string): Record<string, unknown> {
  const script = 'import sys,json,plistlib;print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))'
  return JSON.parse(execFileSync('python3', ['-c', script], { input: text, encoding: 'utf8' }))
}

const python = spawnSync('python3', ['--version']).status === 0
if (!python) console.warn('Left out: the entries of launchd and Windows, which need python3 to be read.')

describe('the entry of a scheduler', () => {
  it.skipIf(!python)('is, for launchd, a property list with every word of the program as it is', () => {
    const [file] = entryFiles('launchd', entry)
    expect(propertyList(file?.text ?? '')).toEqual({
      Label: entry.name,
      ProgramArguments: hostile,
      StartCalendarInterval: [1, 4, 7, 10].map((Month) => ({ Month, Day: 2, Hour: 6, Minute: 30 })),
      RunAtLoad: true,
    })
    const [monthly] = entryFiles('launchd', { ...entry, every: 'month' })
    expect(propertyList(monthly?.text ?? '')).toMatchObject({
      StartCalendarInterval: [{ Day: 2, Hour: 6, Minute: 30 }],
    })
  })

  it.skipIf(!python)('is, for Windows, a task that catches up, with its words quoted', () => {
    const [file] = entryFiles('windows', entry)
    const told = elements(file?.text ?? '')
    const texts = new Map(told)
    expect([texts.get('Command'), texts.get('StartWhenAvailable'), texts.get('Day')]).toEqual([hostile[0], 'true', '2'])
    expect(texts.get('Arguments')).toBe('"a%b" "c$HOME" "back\\slash\\\\" "<&>" "Zoë"')
    const months = told.flatMap(([name]) => (/^(January|April|July|October|May)$/.test(name) ? [name] : []))
    expect(months).toEqual(['January', 'April', 'July', 'October'])
  })

  it('is, for systemd, a timer that catches up and a service that it finds no fault with', ({ skip }) => {
    const files = entryFiles('systemd', { ...entry, program: ['/bin/true', ...hostile.slice(1)] })
    expect(files.map(({ name }) => name)).toEqual([`${entry.name}.service`, `${entry.name}.timer`])
    expect(files[1]?.text).toContain('OnCalendar=*-01,04,07,10-02 06:30:00\nPersistent=true\n')
    expect(files[0]?.text).toContain('ExecStart="/bin/true" "a%%b" "c$$HOME" "back\\\\slash\\\\" "<&>" "Zoë"')
    if (!existsSync('/usr/bin/systemd-analyze')) return skip('systemd-analyze is not here')
    const next = execFileSync('systemd-analyze', ['calendar', '--base-time=2026-11-30', '*-01,04,07,10-02 06:30:00'], {
      encoding: 'utf8',
    })
    expect(next).toMatch(/Next elapse: Sat 2027-01-02 06:30:00/)
    const units = files.map(({ name, text }) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    })
    const env = { ...process.env, XDG_RUNTIME_DIR: folder }
    const verified = spawnSync('systemd-analyze', ['verify', '--user', '--man=no', ...units], { encoding: 'utf8', env })
    expect([verified.status, verified.stderr]).toEqual([0, ''])
  })
})

describe('muniment schedule-report', () => {
  const run = async (...args: string[]) => {
    const { code, out } = await muniment(folder, ...args, '--json')
    return { code, value: JSON.parse(out) }
  }

  it('installs, says how things are, draws up what is due once, and is removed', async () => {
    await muniment(folder, 'init', 'V', '--city', 'City of Alder Bay')
    const place = ['--vault', 'V', '--scheduler', 'systemd', '--entries', join(folder, 'units'), '--no-activate']
    const installed = await run('schedule-report', 'install', '--every', 'year', '--to', 'counts', ...place)
    expect([installed.code, installed.value.problem, readdirSync(join(folder, 'units')).length]).toEqual([0, null, 2])
    const unit = readFileSync(installed.value.files[0], 'utf8')
    expect(unit).toMatch(/"schedule-report" "run" "--vault" "[^"]+V" "--to" "[^"]+counts"/)
    const status = async () => (await run('schedule-report', 'status', ...place)).value
    expect(await status()).toMatchObject({ every: 'year', installed: true, due: true, last: null })
    // Without a schedule a run fails: its exit says so, it stays due, and the job says why.
    const failed = await muniment(folder, 'schedule-report', 'run', '--vault', 'V')
    expect([failed.code, (await status()).due]).toEqual([1, true])
    expect((await run('jobs', '--vault', 'V')).value).toMatchObject([{ kind: 'purge.plan', state: 'failed' }])
    writeFileSync(join(folder, 'schedule.csv'), layoutCsv(flaggedLayout()))
    await run('schedule', 'import', 'schedule.csv', '--resolution', '24-031', '--date', '2024-03-05', '--vault', 'V')
    const words = /"schedule-report" (.*)\n/.exec(unit)?.[1]?.match(/"[^"]*"/g) ?? []
    const done = await run('schedule-report', ...words.map((word) => word.slice(1, -1)))
    expect([done.code, done.value.drawnUp.executable]).toEqual([0, false])
    const counts = JSON.parse(readFileSync(done.value.file, 'utf8'))
    expect(Object.keys(counts)).toEqual(['asOf', 'digest', 'eligible', 'waiting', 'excluded', 'bySeries', 'byReason'])
    expect((await run('schedule-report', 'run', '--vault', 'V')).value).toEqual({ drawnUp: null })
    expect((await run('schedule-report', 'remove', ...place)).value.removed).toHaveLength(2)
    expect(await status()).toMatchObject({ every: null, installed: false, due: false })
  })

  it('says what to do where the scheduler does not take the entry, and keeps it', async () => {
    const place = ['--vault', 'V', '--scheduler', 'launchd', '--entries', join(folder, 'agents')]
    const { code, value } = await run('schedule-report', 'install', ...place)
    expect([code, value.problem]).toEqual([
      1,
      expect.stringMatching(/“launchctl load -w .*” failed .* Run it yourself/),
    ])
    expect(readdirSync(join(folder, 'agents'))).toHaveLength(1)
  })
})

// The clerk's desk over a large vault, in the real app: searches, opening, deciding one by one and many at once, scrolling, memory.
// Usage: node test/bench/desk.ts VAULT [MINUTES [ARCHIVE]] (under a display; VAULT and ARCHIVE as `npm run bench` leaves them; the vault is
// decided in, and the archive imported while the same keys are pressed once more).
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { alderBayLegend } from '../fixtures/schedule/build.ts'
import { flaggedLayout, layoutCsv } from '../fixtures/schedule/layouts.ts'
import { deskScript, heapMB } from './desk-script.ts'
import { importBeside } from './import-beside.ts'
import { openBuilt } from './open.ts'
import { enter, inOrder, launcher, pressesIn, spread, typing } from './window.ts'

const [vault = '', minutes = '0', archive = ''] = process.argv.slice(2)
const WORDS = ['road', 'council', 'storm', 'biblioteca', 'smoke', 'park', 'water', 'closure', 'library', 'bridge']
const ONE_BY_ONE = 200
const MANY = 100_000
const FRAME_MS = 1000 / 60
const SCHEDULE = {
  fileName: 'schedule.csv',
  csv: layoutCsv(flaggedLayout()),
  name: 'Alder Bay schedule',
  resolution: 'Resolution 24-031',
  adoptedOn: '2009-12-01',
  effectiveFrom: '2010-01-01',
  fiscalYearEnd: '06-30',
  legend: alderBayLegend(),
}

/** A clerk and a schedule, where there is none; and a search that finds about a hundred thousand records. */
async function prepare(): Promise<string> {
  const archive = await openBuilt(vault, false)
  const context = (actor: PersonId | null) => ({
    command: CommandId.parse(randomUUID()),
    actor,
    signal: new AbortController().signal,
  })
  const people = z.array(z.object({ id: z.string() })).parse(await archive.call('person.list', {}, context(null)))
  const clerk = PersonId.parse('bench')
  if (people.length === 0) {
    const person = { id: clerk, name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' }
    await archive.call('person.add', person, context(clerk))
    await archive.call('schedule.import', SCHEDULE, context(clerk))
  }
  let search = ''
  for (let year = 2007; year < 2026; year += 1) {
    search = `before:${year}`
    const found = await archive.call('record.facets', { search, live: true }, context(null))
    if (z.object({ total: z.number() }).parse(found).total >= MANY) break
  }
  await archive.close()
  return search
}

/** From the arrow key to the next record in the pane. */
async function opening(page: Page): Promise<number[]> {
  await page.getByRole('combobox', { name: 'Search the records' }).fill('road')
  await page.locator('.search-outcome[aria-busy="false"]').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('article').waitFor()
  const times: number[] = []
  for (let nth = 0; nth < 60; nth += 1) {
    const took = await pressesIn(page, 'article')
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(250)
    times.push(...(await took()))
  }
  return inOrder(times)
}

/** Decides records by their keys; from the key to the next record in hand, and seconds in all. */
async function deciding(page: Page): Promise<{ times: number[]; seconds: number }> {
  await enter(page, 'Classify')
  const inHand = page.locator('.queue-record')
  await inHand.waitFor()
  const usual = page.getByRole('button', { name: 'Use 1–9 for the first nine' })
  const keys = page.locator('.series-key kbd')
  await usual.or(keys).first().waitFor()
  if (await usual.isVisible()) await usual.click()
  await keys.first().waitFor()
  const took = await pressesIn(page, '.queue-record')
  const begin = performance.now()
  for (let nth = 0; nth < ONE_BY_ONE; nth += 1) {
    const before = await inHand.getAttribute('data-record')
    await page.keyboard.press(String(1 + (nth % 3)))
    await page.waitForFunction(
      (id) => document.querySelector('.queue-record')?.getAttribute('data-record') !== id,
      before,
      { polling: 'raf' },
    )
  }
  return { seconds: (performance.now() - begin) / 1000, times: await took() }
}

/** Decides on everything that a search finds; seconds to look, to decide and to take back. */
async function decidingMany(page: Page, search: string): Promise<string> {
  await page.getByRole('navigation', { name: 'Ways to classify' }).getByRole('link', { name: 'Many at once' }).click()
  await page.getByRole('textbox', { name: 'Search' }).fill(search)
  const timed = async (press: string | RegExp, shown: RegExp) => {
    const begin = performance.now()
    await page.getByRole('button', { name: press }).first().click()
    const words = page.getByText(shown)
    await words.waitFor({ timeout: 600_000 })
    return { seconds: (performance.now() - begin) / 1000, said: await words.textContent() }
  }
  const looked = await timed('Look at what it finds', /^It finds [\d,]+ records/)
  await page.getByRole('combobox', { name: 'Series' }).fill('posts')
  await page.getByRole('option').first().click()
  await page.getByRole('textbox', { name: 'Why' }).fill('Measured')
  const decided = await timed(/^Assign [\d,]+ records/, /records were assigned\./)
  const undone = await timed(/^Undo/, /records are as they were before\./)
  const seconds = [looked, decided, undone].map((one) => `${one.seconds.toFixed(1)} s`)
  return `${search}: looked at in ${seconds[0]}; ${decided.said} In ${seconds[1]}; taken back in ${seconds[2]}`
}

/** Scrolls the list by the wheel for five seconds; frames that were not drawn. */
async function scrolling(page: Page): Promise<string> {
  await enter(page, 'Records')
  await page.getByRole('combobox', { name: 'Search the records' }).fill('')
  const row = page.locator('.grid-row').nth(5)
  await row.waitFor()
  await row.hover()
  await page.evaluate(() => {
    const frames: number[] = []
    const next = (at: number) => {
      frames.push(at)
      Reflect.set(window, 'frame', requestAnimationFrame(next))
    }
    Reflect.set(window, 'frames', frames)
    Reflect.set(window, 'frame', requestAnimationFrame(next))
  })
  const until = performance.now() + 5000
  while (performance.now() < until) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(16)
  }
  const frames = z.array(z.number()).parse(await page.evaluate(() => Reflect.get(window, 'frames')))
  const gaps = inOrder(frames.slice(1).map((at, nth) => at - (frames[nth] ?? at)))
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0)
  return `${frames.length} frames drawn, ${dropped} not; between two ${spread(gaps)}`
}

const search = await prepare()
const { page, close } = await launcher(vault)()
await enter(page, 'Records')
await page.locator('.grid-row').first().waitFor()
console.log(`heap at the start: ${await heapMB(page)} MB`)
console.log(`key press to rows:   ${spread(await typing(page, WORDS))} key presses, ${WORDS.length} searches`)
console.log(`key press to record: ${spread(await opening(page))} records`)
console.log(`scrolling:           ${await scrolling(page)}`)
await page.getByRole('button', { name: 'Nobody is acting' }).click()
await page.getByRole('button', { name: /Pat Moreno/ }).click()
const decided = await deciding(page)
console.log(
  `${ONE_BY_ONE} one by one:      ${(decided.seconds / ONE_BY_ONE).toFixed(3)} s each; key press to next record ${spread(decided.times)}`,
)
console.log(`many at once:        ${await decidingMany(page, search)}`)
console.log(`heap after this: ${await heapMB(page)} MB`)
if (archive !== '') {
  await enter(page, 'Records')
  const ended = await importBeside(vault, archive)
  const during = await typing(page, WORDS)
  console.log(`while an import runs: ${spread(during)} key presses (import ${await ended()})`)
}
await deskScript(page, WORDS, Number(minutes))
await close()

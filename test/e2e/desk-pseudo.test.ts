// The window in the pseudo-locale at 1280 × 800: every word comes from a catalogue, and none is cut off in navigation and buttons.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from './support/app.ts'
import { beginAsClerk, openNewDesk } from './support/desk.ts'
import { photograph } from './support/look.ts'

let running: RunningApp

beforeAll(async () => {
  running = await openNewDesk()
  await beginAsClerk(running.page)
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await running.page.addInitScript(() => Reflect.set(globalThis, 'munimentLocale', 'en-XA'))
  await running.page.reload()
  await running.page.getByRole('navigation').first().waitFor()
})
afterAll(() => running.close())

const places = [
  ...['home', 'records', 'classify', 'imports', 'imports/enter', 'schedule', 'schedule/load', 'holds', 'requests'],
  ...['disposition', 'accounts', 'ledger', 'jobs'],
  ...['city', 'calendar', 'people', 'safety', 'look'].map((part) => `settings/${part}`),
]

/**
 * What is no word of the window: names that were typed, offices as the City has named them, keys, dates, what the ledger holds as it is, the source of a list that
 * Muniment brings, and react-aria's own hidden button, which it translates itself.
 */
const known =
  /^(City of Alder Bay|Maria Lopez|Records Supervisor|Head of the department, City Attorney, City Clerk|America\/Los Angeles|Ctrl.*|Esc|F1|F6|[\p{L}]{3} \d.*|the court’s 2026 list.*|[0-9a-f]{12,64}|person( maria-lopez|\.add)|Dismiss)$/u

/** The texts of the page that stand in no catalogue, and the buttons and entries of the navigation whose words are cut off. */
function look() {
  return running.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement
      if (within?.closest('script, style, .day-list, select')) continue
      texts.push(node.textContent ?? '')
    }
    for (const labelled of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) texts.push(labelled.getAttribute(name) ?? '')
    }
    const plain = texts
      .map((text) => text.trim())
      .filter((text) => /\p{L}{2}/u.test(text.replace(/⟦[^⟧]*⟧|Ctrl\+\d/gu, '')))
    const cut = [...document.querySelectorAll<HTMLElement>('nav a, nav span, .button, .button span')]
      .filter((element) => element.offsetParent !== null && !element.classList.contains('visually-hidden'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => element.textContent ?? '')
    return { texts: texts.length, plain: [...new Set(plain)], cut: [...new Set(cut)] }
  })
}

test.each(places)('%s says everything out of a catalogue, uncut', async (place) => {
  await running.page.evaluate((to) => {
    window.location.hash = `#/${to}`
  }, place)
  await running.page.locator('main :is(h1, .empty)').first().waitFor()
  await running.page.waitForTimeout(150)
  const { texts, plain, cut } = await look()
  expect(texts).toBeGreaterThan(20)
  expect({ plain: plain.filter((text) => !known.test(text)), cut }).toEqual({ plain: [], cut: [] })
})

test('so do the palette, the keys and the help', async () => {
  await photograph(running, 'pseudo')
  await running.page.keyboard.press('Control+k')
  await running.page.getByRole('dialog').waitFor()
  const { plain, cut } = await look()
  expect({ plain: plain.filter((text) => !known.test(text)), cut }).toEqual({ plain: [], cut: [] })
  await running.page.keyboard.press('Escape')
  await running.page.getByRole('dialog').waitFor({ state: 'detached' })
  await running.page.keyboard.press('?')
  await running.page.getByRole('dialog').waitFor()
  expect((await look()).plain.filter((text) => !known.test(text))).toEqual([])
})

// A request is reviewed by keyboard in the real app: decided, redacted, looked at as it will be released, kept, signed, built.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reviewList } from '../../shared/contract/review.ts'
import { RequestId } from '../../shared/domain/id.ts'
import { muniment } from '../support/command-line.ts'
import { kept, reviewExport } from '../support/review-export.ts'
import { zipTexts } from '../support/zip-texts.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'
import { openRequest } from './support/request-room.ts'
import { chooseExemption, selectByKeyboard, walkTo } from './support/review-desk.ts'

const id = RequestId.parse('26-0112')
let folder: string
let vault: string
let room: Awaited<ReturnType<typeof openRequest>>
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  room = await openRequest(folder, { id, archive: await reviewExport(folder), city: 'City of Oakland' })
  vault = room.vault
  running = room.running
  page = running.page
  await page.getByRole('link', { name: 'Review what answers it' }).click()
  await card().getByText('The dog park is closed.').waitFor()
})
afterAll(() => room.close())

const card = () => page.getByRole('article', { name: 'The record' })
const text = () => page.getByRole('textbox', { name: /^Text of the record/ })
const dialog = () => page.getByRole('dialog')
const answerOf = (answer: string) => dialog().getByRole('button', { name: `${answer} Does the Sunshine Ordinance` })
const redactions = () => page.getByRole('region', { name: 'Redactions' })
/** As another program tells that works on the same vault beside the app. */
const outcomes = async (): Promise<(string | null)[]> => {
  const told = JSON.parse((await muniment(folder, 'review', id, '--vault', vault, '--json')).out)
  return reviewList.output.shape.items.parse(told.items).map(({ outcome }) => outcome)
}
const open = (part: string) =>
  page.getByRole('navigation', { name: 'Parts of the review' }).getByRole('link', { name: part }).click()

test('words are selected by keyboard and redacted on a ground, which says what it covers and what it asks for', async () => {
  await selectByKeyboard(page, text(), kept.name)
  await page.keyboard.type('zd')
  await dialog().getByText(`What is kept back: ${kept.name}`).waitFor()
  await dialog().getByRole('button', { name: 'Redact', exact: true }).click()
  await dialog().getByText('Choose an exemption.').waitFor()
  await chooseExemption(page, '7927.705', /7927\.705/)
  await dialog().getByText('Always name the second law.').waitFor()
  await dialog().getByRole('textbox', { name: 'What is kept back, neutrally' }).fill('Name of a resident')
  await dialog().getByRole('button', { name: 'Redact', exact: true }).click()
  await dialog()
    .getByText(/works through another law/)
    .waitFor()
  await photograph(running, 'review ground')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('textbox', { name: 'The other law' }).fill('Cal. Const. art. I, § 1')
  await dialog().getByRole('button', { name: 'Redact', exact: true }).click()
  await dialog().waitFor({ state: 'detached' })
  await redactions().getByText(kept.name).waitFor()
  // What was typed into the text changed nothing of it.
  expect(await text().textContent()).toBe(`The dog park is closed. Ask ${kept.name} at ${kept.phone} about it.`)
  expect(await card().locator('.marked.own').textContent()).toBe(kept.name)
})

test('a telephone number is proposed by its pattern, and redacted on a ground used before', async () => {
  const proposed = page.getByRole('region', { name: 'Proposed by a pattern or a list' })
  await proposed.getByText('Telephone number').waitFor()
  expect(await proposed.getByText(kept.phone, { exact: true }).count()).toBe(1)
  await proposed.getByRole('button', { name: /^Redact …/ }).click()
  await dialog()
    .getByRole('button', { name: /^Use Gov\. Code 7927\.705: Name of a resident/ })
    .click()
  await dialog().getByRole('textbox', { name: 'What is kept back, neutrally' }).fill('Telephone number')
  await dialog().getByRole('button', { name: 'Redact', exact: true }).click()
  await redactions().getByText(kept.phone).waitFor()
  await proposed.waitFor({ state: 'detached' })
  await photograph(running, 'review record')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
})

test('p shows the record as it will be released', async () => {
  await card().focus()
  await page.keyboard.press('p')
  const preview = page.getByRole('region', { name: 'As it will be released' })
  await preview.getByText('Ask [redacted 1] at [redacted 1] about it.').waitFor()
  expect(await preview.textContent()).not.toContain(kept.first)
  await photograph(running, 'review preview')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('p')
})

test('a redaction is taken off, and undo brings it back', async () => {
  await redactions()
    .getByRole('button', { name: `Take off the redaction of ${kept.phone}` })
    .click()
  await expect.poll(() => redactions().getByText(kept.phone).count()).toBe(0)
  await card().focus()
  await page.keyboard.press('u')
  await redactions().getByText(kept.phone).waitFor()
  await page.getByText('Taken back to what stood before.').waitFor()
})

test('r, x and n decide and lead on; u takes back what was last', async () => {
  await card().focus()
  await page.keyboard.press('j')
  await card().getByText('The bus stops').waitFor()
  await page.keyboard.press('r')
  await card().getByText('Thanks to everybody').waitFor()
  await page.keyboard.press('r')
  await card().getByText('Whose car is this?').waitFor()
  await page.keyboard.press('j')
  await card().getByText('The library opens').waitFor()
  await page.keyboard.press('n')
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('Nothing about the park')
  await page.keyboard.press('Enter')
  await card().getByText('Storm drains').waitFor()
  await dialog().waitFor({ state: 'detached' })
  await page.keyboard.press('x')
  await chooseExemption(page, '7927.500', /7927\.500/)
  await dialog()
    .getByRole('textbox', { name: /practical terms/ })
    .fill('Crews would be hindered')
  await answerOf('Not answered yet').click()
  await page.getByRole('option', { name: 'No', exact: true }).click()
  await dialog().getByRole('button', { name: 'Withhold', exact: true }).click()
  await dialog().getByText('Say who answered what OMC 2.20.220 requires.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'review ordinance')
  await answerOf('No').click()
  await page.getByRole('option', { name: 'Not answered yet' }).click()
  await dialog().getByRole('textbox', { name: 'What is kept back, neutrally' }).fill('Plan of works')
  await photograph(running, 'review withhold')
  await dialog().getByRole('button', { name: 'Withhold', exact: true }).click()
  await expect.poll(outcomes).toEqual(['redact', 'release', 'release', null, 'not-responsive', 'withhold'])
  await card().getByText('Whose car is this?').waitFor()
  await open('Sign and build')
  await page.getByText('nobody has answered whether OMC 2.20.220 requires release of 1 record.').waitFor()
  await page.getByRole('button', { name: 'Answer …' }).click()
  await dialog().getByRole('textbox', { name: 'Who answered, with the title' }).fill('Dana Okafor, City Attorney')
  await photograph(running, 'review ordinance answer')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await dialog().waitFor({ state: 'detached' })
  await open('Records')
  await card().getByText('Whose car is this?').waitFor()
  await card().focus()
  await page.keyboard.press('u')
  await expect.poll(outcomes).toEqual(['redact', 'release', 'release', null, 'not-responsive', null])
})

test('what is shown and undecided is released at once after a confirmation that names the count, and taken back at once', async () => {
  await page.getByRole('button', { name: /^Undecided 2$/ }).click()
  await page.getByRole('button', { name: 'Release all undecided …' }).click()
  await dialog().getByText('2 records that are shown and undecided will be released whole.').waitFor()
  await dialog().getByRole('button', { name: 'Release 2 records' }).click()
  await expect.poll(outcomes).toEqual(['redact', 'release', 'release', 'release', 'not-responsive', 'release'])
  await page.getByText('Released 2 records.').waitFor()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(outcomes).toEqual(['redact', 'release', 'release', null, 'not-responsive', null])
  await page.getByRole('button', { name: /^All 6$/ }).click()
})

test('boxes are drawn on a picture with the mouse and by keyboard', async () => {
  await walkTo(page, card(), 'k', 'Whose car')
  await page.getByRole('button', { name: /^Draw boxes …/ }).click()
  const picture = dialog().locator('.drawing')
  const frame = await picture.boundingBox()
  if (frame === null) throw new Error('no picture to draw on')
  await page.mouse.move(frame.x + frame.width * 0.1, frame.y + frame.height * 0.1)
  await page.mouse.down()
  await page.mouse.move(frame.x + frame.width * 0.5, frame.y + frame.height * 0.5, { steps: 4 })
  await page.mouse.up()
  await dialog()
    .getByRole('button', { name: /^Box 1: 10 % from the left, 10 % from the top, 40 % wide/ })
    .waitFor()
  await dialog().getByRole('button', { name: 'Add a box' }).click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await dialog()
    .getByRole('button', { name: /^Box 2: 41 % from the left, 40 % from the top, 20 % wide, 21 % high/ })
    .waitFor()
  await dialog().getByRole('textbox', { name: 'Left, %' }).nth(1).fill('60.5')
  await dialog()
    .getByRole('button', { name: /^Box 2: 61 % from the left/ })
    .waitFor()
  await dialog()
    .getByRole('button', { name: /^Use Gov\. Code 7927\.705: Telephone/ })
    .click()
  await dialog().getByRole('textbox', { name: 'What is kept back, neutrally' }).fill('Licence plates')
  await photograph(running, 'review boxes')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Paint over 2 boxes' }).click()
  await redactions()
    .getByText(/^2 boxes in/)
    .waitFor()
  await photograph(running, 'review picture')
})

test('words that stand elsewhere are redacted there or kept with a reason; until then nothing can be built', async () => {
  await card().focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await card().getByText('Storm drains').waitFor()
  await page.keyboard.press('r')
  await expect.poll(async () => (await outcomes()).includes(null)).toBe(false)
  await open('Sign and build')
  await page.getByText('Redacted words stand in 1 place elsewhere.').waitFor()
  await answerDialogs(running.app, [join(folder, 'early.zip')])
  await page.getByRole('button', { name: 'Build the packet …' }).click()
  await page.getByText(/1 record says words that are redacted in another one\./).waitFor()
  await photograph(running, 'review sign open')
  expect(await violations(page)).toEqual([])

  await open('Words elsewhere')
  await page.locator('mark').getByText('MAYWOOD').waitFor()
  await photograph(running, 'review words')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  await page.getByRole('button', { name: 'Redact there …' }).click()
  await dialog()
    .getByRole('button', { name: /^Use Gov\. Code 7927\.705: Name of a resident/ })
    .click()
  await dialog().getByRole('button', { name: 'Redact', exact: true }).click()
  await page.getByText('No redacted words stand elsewhere').waitFor()
  await expect.poll(outcomes).toEqual(['redact', 'release', 'redact', 'redact', 'not-responsive', 'release'])
})

test('a first name alone is redacted; the street of that name is kept with a reason', async () => {
  await open('Records')
  await walkTo(page, card(), 'k', 'The dog park')
  await page.getByRole('button', { name: 'Words anywhere …' }).click()
  await dialog().getByRole('textbox', { name: 'Words' }).fill('nowhere')
  await page.keyboard.press('Enter')
  await dialog().getByText('The record does not say this.').waitFor()
  await dialog().getByRole('textbox', { name: 'Words' }).fill(kept.first)
  await page.keyboard.press('Enter')
  await dialog()
    .getByRole('button', { name: /^Use Gov\. Code 7927\.705: Name of a resident/ })
    .click()
  await dialog().getByRole('button', { name: 'Redact', exact: true }).click()
  await redactions().getByText(`“${kept.first}” wherever it stands`).waitFor()
  await open('Words elsewhere')
  await page.getByText('Avenue again').waitFor()
  await page.getByRole('button', { name: 'Keep …' }).click()
  await dialog().getByRole('textbox', { name: 'Reason' }).fill('A street, not the resident')
  await photograph(running, 'review keep')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Keep them' }).click()
  await page.getByText('No redacted words stand elsewhere').waitFor()
})

test('the person responsible signs what is told in words, and the packet holds none of what is kept back', async () => {
  await open('Sign and build')
  await page
    .getByText(
      'Of 6 records that the search finds: released whole 2, released in part 3, withheld 0, found not to answer the request 1.',
    )
    .waitFor()
  const early = join(folder, 'unsigned.zip')
  await answerDialogs(running.app, [early])
  await page.getByRole('button', { name: 'Build the packet …' }).click()
  await page.getByText(/the person responsible has not signed the review as it stands/).waitFor()
  await page.getByRole('button', { name: 'Sign as the person responsible …' }).click()
  await dialog().getByText('Pat Moreno, Records Clerk, answers for this:').waitFor()
  await photograph(running, 'review signing')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Sign', exact: true }).click()
  await page.getByText(/^Signed by Pat Moreno, .* since\. By name alone: no key signed it\.$/).waitFor()
  const path = join(folder, 'packet.zip')
  await answerDialogs(running.app, [path])
  await page.getByRole('button', { name: 'Build the packet …' }).click()
  await page.getByText('The packet is built.').waitFor({ timeout: 60_000 })
  await photograph(running, 'review built')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])

  const texts = await zipTexts(path)
  expect([...texts.keys()]).toEqual(expect.arrayContaining(['index.html', 'records.pdf', 'redaction-proof.json']))
  for (const [name, said] of texts) {
    for (const words of [kept.name, kept.name.toUpperCase(), 'MAYWOOD\u00a0LOPEZ', kept.phone, '555-0134']) {
      expect(said.includes(words), `${words} in ${name}`).toBe(false)
    }
  }
  expect(texts.get('index.html')).toContain('Maywood Avenue')
})

test('what went out is told, and a decision after the signature takes its force', async () => {
  await open('Records')
  await card().getByText('It was released before').waitFor()
  await card().focus()
  await page.keyboard.press('r')
  await open('Sign and build')
  await page.getByText(/something was decided since, so that signature no longer holds/).waitFor()
})

// What a reviewer does with text and grounds, step by step, in the real app.
import type { Locator, Page } from 'playwright-core'

/** Chooses an exemption in the dialog that asks for the ground. */
export async function chooseExemption(page: Page, words: string, option: RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: 'Exemption' }).fill(words)
  await page.getByRole('option', { name: option }).click()
}

/** Puts the caret before words of a text, and selects them with Shift and the arrows. */
export async function selectByKeyboard(page: Page, text: Locator, words: string): Promise<void> {
  const whole = (await text.textContent()) ?? ''
  await text.focus()
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < whole.indexOf(words); step += 1) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < words.length; step += 1) await page.keyboard.press('Shift+ArrowRight')
}

/** Presses a key until the record in hand says the words, a bounded number of times: each press waits for what it led to. */
export async function walkTo(page: Page, card: Locator, key: string, words: string): Promise<void> {
  const most = 20
  await card.focus()
  for (let step = 0; step < most; step += 1) {
    if ((await card.textContent())?.includes(words)) return
    await page.keyboard.press(key)
  }
  throw new Error(`“${words}” was not reached by ${most} times ${key}`)
}

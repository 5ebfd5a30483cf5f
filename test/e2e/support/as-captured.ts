// A captured page or answer in the window that shows it as it was captured.
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import type { RunningApp } from './app.ts'

/** Presses the button of the page that is shown now. Returns the window that opens. */
export async function openAsCaptured({ app, page }: RunningApp): Promise<Page> {
  const opening = app.waitForEvent('window')
  await page.getByRole('button', { name: 'Open as captured' }).click()
  return opening
}

/** Scrolls a window down until it shows words as a heading has them. */
export async function scrollDownTo(window: Page, words: string): Promise<void> {
  const scrolled = async () => {
    // A window that is higher than what it shows has nothing to scroll: the page hears of it all the same.
    await window.evaluate(() => {
      scrollTo(0, document.body.scrollHeight)
      dispatchEvent(new Event('scroll'))
    })
    expect(await window.getByText(words, { exact: true }).count()).toBe(1)
  }
  await vi.waitFor(scrolled, { timeout: 20_000 })
}

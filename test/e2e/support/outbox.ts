// Decisions on their way to the vault, and the end of whoever should take them.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningApp } from './app.ts'

/** Waits until no decision is on its way any more, by the workspace itself: each is there before the screen moves. */
export async function allArrived(page: Page): Promise<void> {
  const onTheirWay = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('muniment-workspace')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const rows = opening.result.transaction('outbox').objectStore('outbox').getAll()
            rows.onsuccess = () => {
              opening.result.close()
              resolve(rows.result.filter(({ state }) => state === 'waiting').length)
            }
          }
        }),
    )
  await expect.poll(onTheirWay, { timeout: 20_000, interval: 20 }).toBe(0)
}

/** Kills the vault process. */
export async function killVaultProcess({ app }: RunningApp): Promise<void> {
  const pids = await app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type, serviceName }) => type === 'Utility' && !/network|storage|audio/i.test(serviceName ?? ''))
      .map(({ pid }) => pid),
  )
  expect(pids.length).toBeGreaterThan(0)
  for (const pid of pids) process.kill(pid, 'SIGKILL')
}

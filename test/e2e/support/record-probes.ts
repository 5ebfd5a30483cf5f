// Asks the running app for records' bytes, as a page, and as nobody but the shell can (with headers and status).
import type { ElectronApplication, Page } from 'playwright-core'

export interface RecordAnswer {
  readonly status: number
  readonly text: string
  readonly headers: Record<string, string>
}

/** @param path what follows `app://record/` */
export function fetchRecord(
  app: ElectronApplication,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RecordAnswer> {
  return app.evaluate(
    async ({ session }, { url, headers }) => {
      const answer = await session.defaultSession.fetch(url, { headers })
      return { status: answer.status, text: await answer.text(), headers: Object.fromEntries(answer.headers) }
    },
    { url: `app://record/${path}`, headers },
  )
}

/** Puts a record into the page as an element; `shown` or `error`. */
export function showInPage(page: Page, element: 'img' | 'video', digest: string): Promise<string> {
  return page.evaluate(
    ({ element, url }) =>
      new Promise<string>((resolve) => {
        const made = document.createElement(element)
        made.addEventListener('load', () => resolve('shown'))
        made.addEventListener('error', () => resolve('error'))
        made.setAttribute('src', url)
        document.body.append(made)
      }),
    { element, url: `app://record/${digest}` },
  )
}

/**
 * Reads the first bytes of a record, lets something happen, and reads on.
 * @returns how many bytes came before the stream broke; all of them if it did not
 */
export async function readUntilCut(
  app: ElectronApplication,
  digest: string,
  happen: () => Promise<void>,
): Promise<number> {
  const reading = await app.evaluateHandle(async ({ session }, url) => {
    const answer = await session.defaultSession.fetch(url)
    const reader = answer.body?.getReader()
    if (reader === undefined) throw new Error('The answer has no body.')
    const first = await reader.read()
    return { reader, bytes: first.value?.length ?? 0 }
  }, `app://record/${digest}`)
  await happen()
  return reading.evaluate(async ({ reader, bytes }) => {
    let total = bytes
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        total += part.value.length
        // Slowly, as a player reads: the order to stop is on its way.
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return total
    } catch {
      return total
    }
  })
}

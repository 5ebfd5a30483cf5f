// Owns the views of a page at its end: picture, print, words, state; and telling what of them is missing, or does not show all.
import type { WebContents } from 'electron'
import { z } from 'zod'
import type { BrowserFrame, VisitLimits } from '../../shared/contract/browser.ts'
import { type Debugging, within } from './debugging.ts'
import { type InPage, MOST_LETTERS } from './in-world.ts'

type View = Extract<BrowserFrame, { is: 'view' }>['of']

export interface ViewContext {
  readonly contents: Pick<WebContents, 'printToPDF'>
  readonly page: Pick<Debugging, 'call'>
  readonly limits: VisitLimits
  /** Whether the page is seen with somebody's log-in: then nothing of it is kept with that person's own parts. */
  readonly signedIn: boolean
  readonly keepView: (of: View, body: Uint8Array) => Promise<void>
  readonly stopped: AbortSignal
}

export interface Taken {
  /** What could not be taken. */
  readonly lacking: readonly string[]
  /** Whether that is more than its looks: without its words and state nobody can tell what the page showed. */
  readonly whole: boolean
  /** What the views do not show; clauses. */
  readonly told: readonly string[]
}

/** How long a view may take to be made once somebody has stopped the capture. */
const HASTY_MS = 5000
/** What a picture may be high, in CSS pixels: the browser's own bound for one. */
const HIGHEST = 16_384
const WIDTH = 1280
const MOST_STATE = 24 << 20

/** Makes the views of a page at its end; what one of them lacks is said, and the others are made. */
export async function takeViews(
  inPage: Pick<InPage, 'tidy' | 'words' | 'unscript'>,
  context: ViewContext,
): Promise<Taken> {
  const { limits, stopped, signedIn, keepView } = context
  const lacking: string[] = []
  const told: string[] = []
  const make = async (what: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await within(stopped.aborted ? Math.min(limits.viewMs, HASTY_MS) : limits.viewMs, what, work())
      return true
    } catch {
      lacking.push(what)
      return false
    }
  }
  const isTidy = await make('its own parts', () => inPage.tidy())
  // What is the operator's own would be kept with the page.
  if (!isTidy && signedIn) return { lacking: ['what it shows without the operator’s own parts'], whole: false, told }
  const hasWords = await make('its words', async () => {
    const words = await inPage.words()
    await keepView('text', Buffer.from(words))
    if (words.length >= MOST_LETTERS)
      told.push(`of its words the first ${MOST_LETTERS.toLocaleString('en')} letters were kept`)
  })
  await make('its picture', async () => {
    const height = await picture(context)
    if (height > HIGHEST)
      told.push(
        `its picture shows the uppermost ${HIGHEST.toLocaleString('en')} of its ${height.toLocaleString('en')} pixels; its print, words and state go on to its end`,
      )
  })
  await make('its print', async () => {
    await keepView('pdf', await context.contents.printToPDF({ printBackground: true }))
  })
  const hasState = await make('its state', async () => {
    await inPage.unscript()
    await keepView('dom', await stateOf(context.page))
  })
  return { lacking, whole: hasWords && hasState, told }
}

const Metrics = z.object({ cssContentSize: z.object({ height: z.number() }) })
const Picture = z.object({ data: z.string() })
const Root = z.object({ root: z.object({ nodeId: z.int() }) })
const State = z.object({ outerHTML: z.string() })

/** Returns how high the page is, CSS pixels. */
async function picture({ page, keepView }: ViewContext): Promise<number> {
  const { cssContentSize } = Metrics.parse(await page.call('Page.getLayoutMetrics'))
  const high = Math.max(1, Math.ceil(cssContentSize.height))
  const clip = { x: 0, y: 0, width: WIDTH, height: Math.min(HIGHEST, high), scale: 1 }
  const { data } = Picture.parse(
    await page.call('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      optimizeForSpeed: true,
      clip,
    }),
  )
  await keepView('screenshot', Buffer.from(data, 'base64'))
  return high
}

async function stateOf(page: ViewContext['page']): Promise<Uint8Array> {
  const { root } = Root.parse(await page.call('DOM.getDocument', { depth: 0 }))
  const { outerHTML: text } = State.parse(await page.call('DOM.getOuterHTML', { nodeId: root.nodeId }))
  const bytes = Buffer.from(text)
  if (bytes.length > MOST_STATE) throw new Error('its state is too large')
  return bytes
}

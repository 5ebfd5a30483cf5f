// Owns asking the script that runs in a page, in a world of its own there.
import { z } from 'zod'
import type { Behaviour } from '../../shared/contract/browser.ts'
import type { Debugging } from './debugging.ts'

const bundles = import.meta.glob<string>('./in-page/main.ts', { query: '?packet-page', import: 'default', eager: true })
const script = bundles['./in-page/main.ts'] ?? ''

const Round = z.object({
  items: z.int(),
  pressed: z.int(),
  height: z.number(),
  signIn: z.boolean(),
  older: z.boolean(),
  drawn: z.boolean(),
  broken: z.string(),
  lost: z.int(),
})
export type Round = z.infer<typeof Round>

const Links = z.object({ links: z.array(z.string()), cut: z.boolean() })
/** Where a page leads; whether that is more than can be told. */
type Links = z.infer<typeof Links>

const Reach = z.object({ empty: z.boolean(), pagers: z.array(z.string()), back: z.number().nullable() })
/** How far back a page reaches (`in-page/reach.ts`). */
export type Reach = z.infer<typeof Reach>

export interface InPage {
  /** @param since ms since 1970 UTC, or null */
  round(since: number | null): Promise<Round>
  links(): Promise<Links>
  reach(): Promise<Reach>
  tidy(): Promise<void>
  unscript(): Promise<void>
  words(): Promise<string>
}

const World = z.object({ executionContextId: z.int() })
const Tree = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
const Value = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ text: z.string() }).optional(),
})

const WORLD = 'muniment'
const ANSWER_MS = 20_000
/** Letters of a page's words that are kept. */
export const MOST_LETTERS = 4_000_000

/** The id of the page's own frame. */
export async function mainFrameOf(page: Debugging): Promise<string> {
  return Tree.parse(await page.call('Page.getFrameTree')).frameTree.frame.id
}

/**
 * Brings the script into the page that is shown now.
 * @throws Error when the page is gone or does not answer
 */
export async function enterPage(page: Debugging, behaviour: Behaviour): Promise<InPage> {
  const frameId = await mainFrameOf(page)
  const { executionContextId: contextId } = World.parse(
    await page.call('Page.createIsolatedWorld', { frameId, worldName: WORLD }),
  )
  const run = async (expression: string): Promise<unknown> => {
    const told = {
      expression,
      contextId,
      returnByValue: true,
      awaitPromise: true,
      timeout: ANSWER_MS,
      userGesture: true,
    }
    const { result, exceptionDetails } = Value.parse(await page.call('Runtime.evaluate', told))
    if (exceptionDetails !== undefined) throw new Error(`the page could not be read (${exceptionDetails.text})`)
    return result.value
  }
  // A declaration would be the world's own name for it; an answer is not wanted.
  await run(`${script};0`)
  const given = JSON.stringify(behaviour)
  return {
    round: async (since) => Round.parse(await run(`packetPage.round(${given},${since})`)),
    links: async () => Links.parse(await run(`packetPage.links(${given})`)),
    reach: async () => Reach.parse(await run(`packetPage.reachOfPage(${given})`)),
    tidy: async () => void (await run(`packetPage.tidy(${given})`)),
    unscript: async () => void (await run(`packetPage.unscript(${given})`)),
    words: async () => z.string().parse(await run(`packetPage.words(${given},${MOST_LETTERS})`)),
  }
}

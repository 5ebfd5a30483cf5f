// Owns what the capture browser is told to do, and what is known again of a capture that was killed.
import { z } from 'zod'
import { type BrowserOrder, VisitEnd, type VisitLimits } from '../../../../../shared/contract/browser.ts'
import type { CaptureScope } from '../../../../../shared/domain/capture/capture.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import { behaviourFor } from './behaviours.ts'
import type { NetworkGate } from './gate.ts'

export type CaptureOrder = Extract<BrowserOrder, { do: 'capture' }>

/** Bounds of a capture of pages; a page that meets one is marked incomplete. */
const LIMITS: VisitLimits = {
  pages: 2000,
  items: 50_000,
  rounds: 400,
  pageMs: 300_000,
  viewMs: 30_000,
  answerMs: 60_000,
  answerBytes: 64 << 20,
  allBytes: 8 * 2 ** 30,
  quietMs: 400,
}

/** The kind that asks for the pages that the first one leads to. */
const LINKED = 'linked'

/** What is known again of a page that was captured before the capture was killed. */
export const Step = z.strictObject({
  page: z.string(),
  end: VisitEnd,
  links: z.array(z.string()),
  /** Bytes of all answers until then, and what was waited because servers asked for it, ms. */
  bytes: z.number().default(0),
  waitedMs: z.number().default(0),
})
export type Step = z.infer<typeof Step>

/** What the browser is to do, bounded by what was had before. @param left what an earlier run of the same capture marked */
export function orderOf(
  scope: CaptureScope,
  gate: Pick<NetworkGate, 'port' | 'user' | 'password'>,
  since: Instant | null,
  left: readonly Step[],
): CaptureOrder {
  const visited = left.map(({ page }) => page)
  const known = [scope.address, ...left.flatMap(({ links }) => links)]
  return {
    do: 'capture',
    gate: { port: gate.port, user: gate.user, password: gate.password },
    signedIn: scope.signedIn,
    addresses: known.filter((page) => !visited.includes(page)),
    visited,
    before: {
      items: left.reduce((sum, { end }) => sum + end.items, 0),
      bytes: left.at(-1)?.bytes ?? 0,
      waitedMs: left.at(-1)?.waitedMs ?? 0,
    },
    since,
    within: [scope.address],
    follow: scope.kinds.includes(LINKED),
    behaviour: behaviourFor(scope.address),
    limits: { ...LIMITS, ...(scope.depth === null ? {} : { pages: Math.min(LIMITS.pages, scope.depth) }) },
  }
}

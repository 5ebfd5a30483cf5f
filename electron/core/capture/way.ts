// What a way of capturing offers, and what it is given. A way is a folder in `ways/`, found by itself: adding one touches no other file.
import {
  type CaptureOutcome,
  type CaptureScope,
  CaptureWayName,
  type MetLimit,
  type StopCondition,
} from '../../../shared/domain/capture/capture.ts'
import type { SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import type { BrowserProgram } from '../job/browser-program.ts'
import type { Exchange, PageFacts } from './exchange.ts'
import type { Fetcher } from './http.ts'

/** How a capture ended, as its way says. */
export interface CaptureEnd {
  readonly stop: StopCondition
  /** `complete` where the stop condition was met, unless the way knows better. */
  readonly outcome: CaptureOutcome
  /** What happened, in plain words. */
  readonly sentence: string
  /** Whether what a server says of the named address alone, that it is as it was, confirms less than was captured: then it is asked for whole the next time. */
  readonly unconfirmable?: boolean
}

/** The browser that captures pages, and what it is started with. */
export interface PageMeans {
  readonly program: BrowserProgram
  /** The account's folder on this desk: hexadecimal digits that say nothing else. */
  readonly profile: string
  /** 32 random hexadecimal digits, each time others. */
  readonly key: () => string
  /** Told which browser it is. */
  readonly seen: (browser: string) => void
}

/** What an earlier capture knows of an address. */
interface Earlier {
  readonly etag: string | null
  readonly lastModified: string | null
  /** How far back that capture reaches, ms since 1970 UTC: one that confirms it reaches no further. */
  readonly since: number | null
}

export interface CaptureContext {
  readonly account: { readonly platform: string; readonly handle: string; readonly nativeId: string | null }
  readonly scope: CaptureScope
  /** By what its answers are read, of `api/json`; null of all others. */
  readonly mapping: SavedMapping | null
  /** The City's. */
  readonly zone: string
  readonly fetcher: Fetcher
  readonly signal: AbortSignal
  /** ms since 1970 UTC. */
  readonly now: () => number
  /** Waits; throws the signal's reason. */
  readonly sleep: (ms: number) => Promise<void>
  /** What a server said of an address when it was last captured whole in this scope; null where it was not. */
  readonly earlier: (address: string) => Earlier | null
  /** How many items the captures of this scope before showed on a page, back to the newest that was whole; on all pages for null. */
  readonly shownBefore: (page: string | null) => number
  /** A secret that this capture was given, held in memory alone; null where there is none of that name. */
  readonly secret: (name: string) => string | null
  /** Says that something is a secret (a token that a server gave out): from then on it is stripped from all that is stored. */
  readonly learn: (secret: string) => void
  /** What a capture of pages needs; null where there is no browser to capture with. */
  readonly pages: PageMeans | null
  readonly limit: (met: MetLimit) => void
  /** What the way marked in an earlier run that was killed, in order: it goes on from there. */
  readonly left: readonly unknown[]
  /** Marks a place to go on from: everything that was yielded until now will still be there. @param step what to know again then, as JSON */
  readonly mark: (step: unknown) => Promise<void>
  /** @param stage what is going on, where it is more than capturing */
  readonly progress: (done: number, total: number | null, unit: string, stage?: string) => void
}

export interface CaptureWay {
  readonly name: CaptureWayName
  readonly title: string
  /**
   * Yields exchanges and pages as they come; each is stored at once. Returns how it ended: what servers and networks do is never thrown.
   * Stopped, it throws the signal's reason, or brings what it has to an end and says so.
   */
  readonly capture: (context: CaptureContext) => AsyncGenerator<Exchange | PageFacts, CaptureEnd, undefined>
}

const modules = import.meta.glob<CaptureWay>('./ways/*/way.ts', { import: 'default' })

/** The way of a name; null where there is none. Loaded when it is asked for. */
export async function wayOf(name: CaptureWayName): Promise<CaptureWay | null> {
  return (await modules[`./ways/${name.replace('/', '-')}/way.ts`]?.()) ?? null
}

/** The names of all ways. None is loaded for it. */
export function wayNames(): CaptureWayName[] {
  return Object.keys(modules).map((path) => CaptureWayName.parse((path.split('/')[2] ?? '').replace(/^api-/, 'api/')))
}

// How an export is had from a platform: who may ask, the clicks, and what to expect, each statement with how sure it is.

/** From documented by the platform or seen in real exports, over several and few sources, to not verified. */
export const SURENESS = ['documented', 'agreed', 'few', 'unverified'] as const
export type Sureness = (typeof SURENESS)[number]

/** One statement. */
export interface Said {
  readonly words: string
  readonly sure: Sureness
}

/** A part without statements is one that nothing is known of, and is shown so. */
export interface Guide {
  /** As in the register of accounts. */
  readonly platform: string
  readonly title: string
  /** How well the form of the export is known. */
  readonly sure: Sureness
  /** Who may ask for the export. */
  readonly who: readonly Said[]
  /** The clicks, in order. */
  readonly steps: readonly Said[]
  /** The form to choose, where there is a choice. */
  readonly choose: readonly Said[]
  readonly takes: readonly Said[]
  /** When the link to it expires. */
  readonly expires: readonly Said[]
  /** What it omits, beyond what the reader of this platform says itself. */
  readonly omits: readonly Said[]
}

/** The parts of a guide that consist of statements, in the order in which they are read. */
export const GUIDE_PARTS = ['who', 'steps', 'choose', 'takes', 'expires', 'omits'] as const satisfies (keyof Guide)[]
export type GuidePart = (typeof GUIDE_PARTS)[number]

/** Statements that are equally sure. */
export function said(sure: Sureness, ...sentences: readonly string[]): readonly Said[] {
  return sentences.map((words) => ({ words, sure }))
}

/**
 * All that an export omits: what the reader of the platform says in each reconciliation, then what only the guide knows.
 * @param neverExported the reader's sentences; none where Muniment has no reader for the platform
 */
export function omissions(guide: Guide, neverExported: readonly string[]): readonly Said[] {
  const own = guide.omits.filter(({ words }) => !neverExported.includes(words))
  return [...said(guide.sure, ...neverExported), ...own]
}

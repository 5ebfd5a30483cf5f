// What was found in a packet: findings up to a number that a person can read, the rest counted.
import type { Code } from './codes.ts'
import type { Counts } from './manifest.ts'
import type { Finding } from './tools.ts'

const MOST = 200

export interface Findings {
  add(code: Code, file: string | null, sentence: string): void
  /** Whether there is none. */
  readonly none: boolean
  /** Whether a file is named by one. */
  names(file: string): boolean
  list(): Finding[]
}

/** An empty list. */
export function findingList(): Findings {
  const kept: Finding[] = []
  const named = new Set<string>()
  let more = 0
  return {
    add: (code, file, sentence) => {
      if (file !== null) named.add(file)
      if (kept.length < MOST) kept.push({ code, file, sentence })
      else more += 1
    },
    get none() {
      return kept.length === 0
    },
    names: (file) => named.has(file),
    list: () =>
      more === 0
        ? kept
        : [...kept, { code: 'P099', file: null, sentence: `There are ${more} findings more than are listed here.` }],
  }
}

/** What a packet says of itself. */
export interface PacketFacts {
  readonly city: string
  readonly request: string
  readonly production: number
  readonly counts: Counts | null
}

/** What an opening showed. */
export interface Opened {
  readonly number: string
  readonly fields: readonly { readonly field: string; readonly value: string | null }[]
  /** Exports by whose root the source is proved; null where the source was not opened. */
  readonly captures: number | null
  /** Who opened it, and when, as the opening says. */
  readonly by: { readonly name: string; readonly title: string; readonly at: string }
  /** The key that signed it, with the SHA-256 of its public half; null: none did. `checked` false: this place could not reckon it. */
  readonly key: { readonly publicKey: string; readonly fingerprint: string; readonly checked: boolean } | null
}

/** What came of checking a packet. */
export interface Checked {
  /** SHA-256 of the whole file. */
  readonly digest: string
  readonly files: number
  /** Whether it is the packet of a practice vault, by its manifest or by the comment of its archive. */
  readonly practice: boolean
  /** Whether it is a draft, by its manifest or by the comment of its archive: nothing was released with it. */
  readonly draft: boolean
  /** Whether somebody packed it again: then its files are judged, and not the archive around them. */
  readonly repacked: boolean
  readonly facts: PacketFacts | null
  /** `same`: the digest of the letter is that of the file; `none`: no digest was given. */
  readonly letter: 'same' | 'other' | 'none'
  /** How many fields are committed to, and of how many the packet shows that they say what was committed to; null without commitments. */
  readonly committed: { readonly fields: number; readonly shown: number } | null
  /** What an opening showed; null where none was given, or it does not hold. */
  readonly opened: Opened | null
  readonly findings: readonly Finding[]
}

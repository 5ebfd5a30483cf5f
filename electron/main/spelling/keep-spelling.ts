// Where windows ask how words are spelled: who asks is checked first, then what is asked, as at the gate.
import { z } from 'zod'
import { SPELLING_CHANNEL } from '../../../shared/contract/name.ts'
import { isOwnFrame } from '../policy.ts'
import type { Speller } from './speller.ts'

const Words = z.array(z.string()).max(100_000)
/** Longer ones are no words. */
const LONGEST = 100

interface Asked {
  readonly senderFrame: { readonly parent: unknown; readonly url: string } | null
}

interface Source {
  handle(channel: string, listener: (event: Asked, raw: unknown) => Promise<readonly string[]>): void
}

/** Answers with the words that are misspelled; a foreign frame gets nothing. */
export function keepSpelling(source: Source, speller: Pick<Speller, 'check'>): void {
  source.handle(SPELLING_CHANNEL, async (event, raw) => {
    if (!isOwnFrame(event.senderFrame)) throw new Error('Refused.')
    const words = Words.safeParse(raw)
    return words.success ? speller.check(words.data.filter((word) => word !== '' && word.length <= LONGEST)) : []
  })
}

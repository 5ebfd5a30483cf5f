// Searching an unpacked packet for words, by what programs that are not Muniment's read in it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { APART, readingsOf } from './readings.ts'

/** A file in which words stand, the program that shows it, and what stands around them there. */
export interface Leak {
  readonly file: string
  readonly program: string
  readonly words: string
  readonly around: string
}

/** As plainly as a reader who ignores accents, case and blanks; pictures among the letters stay. */
export function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '')
    .toLowerCase()
}

/** Unpacks a packet into an empty folder. */
export function unpack(packet: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  execFileSync('unzip', ['-qo', packet, '-d', folder])
}

const AROUND = 30

/** What stands in place of what was redacted: what follows it does not go on from its number. */
const MARK = /\[redacted\s+\d+(?:,\s*\d+)*\]/g

/**
 * Searches every file of a folder, its name too.
 * @param words as {@link plainly} gives them
 */
export function leaksIn(folder: string, words: readonly string[]): Leak[] {
  const found: Leak[] = []
  const seek = seekerOf(words)
  for (const { file, program, text } of readingsOf(folder)) {
    const plain = plainly(text.replace(MARK, APART))
    for (const [one, at] of seek(plain)) {
      const around = plain.slice(Math.max(0, at - AROUND), at + one.length + AROUND)
      found.push({ file, program, words: one, around })
    }
  }
  return found
}

const LONG = 6

/** Finds which of many words a text says and where first: by their beginnings, so that thousands are sought in one pass. */
function seekerOf(words: readonly string[]): (text: string) => Map<string, number> {
  // Short ones are few, and are sought one by one.
  const short = words.filter(({ length }) => length < LONG && length > 0)
  const byBeginning = Map.groupBy(
    words.filter(({ length }) => length >= LONG),
    (one) => one.slice(0, LONG),
  )
  return (text) => {
    const found = new Map<string, number>()
    for (const one of short) {
      const at = text.indexOf(one)
      if (at >= 0) found.set(one, at)
    }
    for (let at = 0; at + LONG <= text.length; at += 1) {
      const begun = byBeginning.get(text.slice(at, at + LONG))
      if (begun === undefined) continue
      for (const one of begun) if (!found.has(one) && text.startsWith(one, at)) found.set(one, at)
    }
    return found
  }
}

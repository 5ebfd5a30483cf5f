// Where the guards of disposition stand in the sources: every refusal and every reason to pass a record over, with the lines that lead to it.
import type { Mutant } from '../endure/mutants/mutant.ts'
import { codeFiles } from './sources.ts'

/** A guard: the line that refuses, and the first line of the condition before it. */
export interface Guard {
  readonly file: string
  readonly line: number
  readonly from: number
  readonly text: string
}

const WHERE = [
  /^electron\/core\/retention\//,
  /^electron\/core\/vault\/second-person\.ts$/,
  /^electron\/core\/stewardship\/commands\/channel\.step\.ts$/,
  /^electron\/core\/correction\/batches\/correction\.move\.ts$/,
]
const CODES = /'(?:SECOND_PERSON_REQUIRED|ATTORNEY_REQUIRED|SCHEDULE_UNSEEN|DESTRUCTION_REFUSED)'/
const THROWN = /throw (?:refusedApproval|refusedDestruction|needsSecond|refused|notAList|notYet|invalid)\(/
const ASKED =
  /(?<!function )\brefuse(?:Alone|Touched)\((?:db|touchedAround)|\b(?:missing|unfit)\.push\(['`]|\bunfit\.push\(/
const PASSED = /return stay\(|return \{ reason: '|^\s+reason: '[a-z-]+',$/
const LISTED =
  /^\s+\.\.\..*\b(?:listsMissing|receiptsMissing|forgedApprovals|unconfirmedKeys|chainMissing|namesTwice|NOTHING_LEFT)\b/
const SITES = [CODES, THROWN, ASKED, PASSED, LISTED]
const CONDITION = /\bif \(|\|\| \(|=> \{$|^export |^function /
/** So many lines before a refusal its condition is looked for. */
const BEFORE = 8

/** Every guard that there is. */
export function guardsOfDisposition(): Guard[] {
  return codeFiles
    .filter(({ path }) => WHERE.some((where) => where.test(path)))
    .flatMap(({ path, text }) => guardsIn(path, text.split('\n')))
}

function guardsIn(file: string, lines: readonly string[]): Guard[] {
  return lines.flatMap((text, at) => {
    if (!SITES.some((site) => site.test(text))) return []
    const before = lines.slice(Math.max(0, at - BEFORE), at + 1)
    const own = before.findLastIndex((one) => CONDITION.test(one))
    return [{ file, line: at + 1, from: own < 0 ? at + 1 : at + 2 - before.length + own, text: text.trim() }]
  })
}

/** Whether the change of a mutant lies in the lines of a guard. */
export function switchesOff({ file, from }: Mutant, guard: Guard): boolean {
  if (file !== guard.file) return false
  const text = codeFiles.find(({ path }) => path === file)?.text ?? ''
  const place = text.indexOf(from)
  const first = text.slice(0, place).split('\n').length
  const last = first + from.split('\n').length - 1
  return place >= 0 && first <= guard.line && last >= guard.from
}

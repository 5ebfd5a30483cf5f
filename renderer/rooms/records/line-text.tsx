// The text of a record in one line of the list.
import { excerpt } from '../../../shared/text/excerpt.ts'
import { findMatches, type TextRange } from '../../../shared/text/matches.ts'
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { PlainText } from '../../ui/plain-text.tsx'

const t = translator(en)
const SHOWN = 220
/** A match further in than so many columns may be out of sight in a narrow list. */
const LEAD = 24
/** What takes two columns, and may be parted anywhere. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** The text of a record in one line, its first match in sight. */
export function LineText({ text, terms }: { readonly text: string; readonly terms: readonly SearchTerm[] }) {
  if (text.trim() === '') return <span className="soft">{t('noText')}</span>
  const line = text.replace(/\s+/g, ' ')
  const matches = terms.length > 0 ? findMatches(line, terms) : []
  const skipped = leadingPart(line, matches[0]?.from ?? 0)
  const cut = excerpt(
    line.slice(skipped),
    matches.map((range) => moved(range, skipped)),
    SHOWN,
  )
  const before = skipped > 0 || cut.cutBefore ? '… ' : ''
  // A block of its own direction: a right-to-left post is clipped at its end, not at its beginning.
  return (
    <span className="cell-words" dir="auto">
      <PlainText text={before + cut.text} matches={cut.matches.map((range) => moved(range, -before.length))} />
    </span>
  )
}

/** How much of a line to leave out so that its first match is near the beginning; whole words only, where a script has them. */
function leadingPart(line: string, firstMatch: number): number {
  let start = firstMatch
  for (let columns = 0; start > 0; start -= 1) {
    columns += WIDE.test(line.charAt(start - 1)) ? 2 : 1
    if (columns > LEAD) break
  }
  if (start === 0) return 0
  const space = line.indexOf(' ', start)
  if (space >= 0 && space < firstMatch) return space + 1
  return WIDE.test(line.charAt(start)) ? start : 0
}

function moved({ from, to }: TextRange, by: number): TextRange {
  return { from: from - by, to: to - by }
}

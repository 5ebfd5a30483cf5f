// A line of the list: when, whose, what, and what is known of it.
import { memo } from 'react'
import type { Account } from '../../../shared/domain/account.ts'
import type { RecordRow } from '../../../shared/domain/record.ts'
import { excerpt } from '../../../shared/text/excerpt.ts'
import { findMatches, type TextRange } from '../../../shared/text/matches.ts'
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import { authorWord, platformWord, word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { isGuarded, StandIn } from '../../record/stand-in.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PlainText } from '../../ui/plain-text.tsx'

const t = translator(en)
const SHOWN = 220
// A match further in than this may be out of sight in a narrow list.
const LEAD = 24

interface Props {
  readonly row: RecordRow
  readonly account: Account | undefined
  readonly zone: string
  readonly terms: readonly SearchTerm[]
}

/** The cells of a record. */
export const RecordCells = memo(function RecordCells({ row, account, zone, terms }: Props) {
  return (
    <div className="record-line" role="presentation">
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table element */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus is on the row */}
      <div role="gridcell" className="cell-when">
        {row.at === null ? (
          <span className="soft">{t('noTime')}</span>
        ) : (
          <>
            <span className="cell-day">{formatInstant(row.at, zone, 'day')}</span>
            <span className="cell-clock soft">{formatInstant(row.at, zone, 'clock')}</span>
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="gridcell" className="cell-account">
        <span className="glyph" aria-hidden="true">
          {platformWord(account?.platform ?? '?').slice(0, 2)}
        </span>
        <bdi className="cell-handle">{authorWord(row.author, account)}</bdi>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="gridcell" className="cell-text">
        {row.kind !== 'post' && <span className="cell-kind">{word(row.kind)}</span>}
        {isGuarded(row) ? <StandIn row={row} /> : <Line text={row.text} terms={terms} />}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div role="gridcell" className="cell-state">
        {row.media > 0 && (
          <span className="cell-media soft" title={t('media', { count: row.media })}>
            <Icon name="image" />
            <span className="visually-hidden">{t('media', { count: row.media })}</span>
            {row.media > 1 && <span aria-hidden="true">{row.media}</span>}
          </span>
        )}
        {row.versions > 1 && (
          <Chip icon="versions" title={t('versions', { count: row.versions })}>
            {row.versions}
          </Chip>
        )}
        {row.state !== 'live' && <Chip tone="warn">{word(row.state)}</Chip>}
        {row.series === null ? (
          <span className="cell-untagged">{t('untagged')}</span>
        ) : (
          <Chip tone="accent" title={t('inSeries', { series: row.series })}>
            {row.series}
          </Chip>
        )}
      </div>
    </div>
  )
})

function Line({ text, terms }: { readonly text: string; readonly terms: readonly SearchTerm[] }) {
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

/** How much of a line to leave out so that its first match is near the beginning; whole words only. */
function leadingPart(line: string, firstMatch: number): number {
  if (firstMatch <= LEAD) return 0
  const space = line.indexOf(' ', firstMatch - LEAD)
  return space < 0 || space >= firstMatch ? 0 : space + 1
}

function moved({ from, to }: TextRange, by: number): TextRange {
  return { from: from - by, to: to - by }
}

// The record in hand: its row at once, the whole of it as soon as it is here.
import type { RefObject } from 'react'
import { type RecordDetail, standingOf } from '../../../../shared/domain/record/record.ts'
import { useVault } from '../../../client/vault.ts'
import { authorWord, platformWord, word } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Gallery } from '../../../record/gallery.tsx'
import { LinkList } from '../../../record/link-list.tsx'
import '../../../record/record-parts.css'
import { RecordText } from '../../../record/record-text.tsx'
import { ShowButton } from '../../../record/show-button.tsx'
import { isGuarded, StandIn } from '../../../record/stand-in.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Entry } from './queue.ts'

const t = translator(en)

interface Props {
  readonly entry: Entry
  readonly record: RecordDetail | undefined
  readonly frame: RefObject<HTMLElement | null>
  /** Told when a restricted record was opened on purpose. */
  readonly onOpen: () => void
}

/** The card. */
export function RecordCard({ entry, record, frame, onOpen }: Props) {
  const { summary, accounts } = useVault()
  const { row, note } = entry.item
  const account = accounts.get(row.account)
  const newest = record?.versions.at(-1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <article className="queue-record" aria-label={t('record')} data-record={row.id} ref={frame} tabIndex={0}>
      <header className="queue-head">
        <span className="glyph large" aria-hidden="true">
          {platformWord(account?.platform ?? '?').slice(0, 2)}
        </span>
        <div>
          <h2 className="queue-author">
            <bdi>{authorWord(row.author, account)}</bdi>
          </h2>
          <p className="soft">
            {word(row.kind)} · {platformWord(account?.platform ?? '?')} · <bdi>@{account?.handle}</bdi> ·{' '}
            {row.at === null ? t('noTime') : formatInstant(row.at, summary.zone, 'moment')}
          </p>
        </div>
      </header>
      <div className="record-chips">
        {standingOf(row) !== 'live' && <Chip tone="warn">{word(standingOf(row))}</Chip>}
        {entry.meanwhile && (
          <Chip tone="warn" icon="tag">
            {t('decidedMeanwhile', {
              series: entry.meanwhile.series ?? t('noSeries'),
              name: entry.meanwhile.by ?? t('anotherWindow'),
            })}
          </Chip>
        )}
        {entry.decided ? (
          <Chip tone="accent" icon="tag">
            {t('decidedHere', { series: entry.decided.series ?? t('noSeries') })}
          </Chip>
        ) : (
          row.series !== null && <Chip icon="tag">{t('inSeries', { series: row.series })}</Chip>
        )}
      </div>
      {note && (
        <Notice tone="info" title={note.by === null ? t('note') : t('noteBy', { name: note.by })}>
          <bdi>{note.text}</bdi>
        </Notice>
      )}
      {isGuarded(row) && (
        <div className="queue-guarded">
          <StandIn row={row} />
          {newest === undefined && row.locked === null && <ShowButton id={row.id} onOpen={onOpen} />}
        </div>
      )}
      {(newest !== undefined || !isGuarded(row)) && <RecordText text={newest?.text ?? row.text} />}
      {newest && (
        <div key={row.id} className="queue-media">
          <Gallery media={newest.media} />
          <LinkList links={newest.links} />
        </div>
      )}
    </article>
  )
}

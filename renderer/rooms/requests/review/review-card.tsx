// The record in hand: who wrote it, what it says with what is redacted shown through, its pictures and links; or as it will be released.
import type { RefObject } from 'react'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { groundKeys, keyed } from '../../../../shared/domain/review/ground-keys.ts'
import { useVault } from '../../../client/vault.ts'
import { authorWord, platformWord, word } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { LinkList } from '../../../record/link-list.tsx'
import '../../../record/record-parts.css'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { ReviewDesk } from './desk.ts'
import { draftOf } from './drafts.ts'
import type { Stand } from './fetched.ts'
import { MarkedMedia } from './marked-media.tsx'
import { Preview } from './preview.tsx'
import { VersionTexts } from './version-texts.tsx'

const t = translator(en)

interface Props {
  readonly record: RecordDetail
  readonly stand: Stand
  readonly desk: ReviewDesk
  readonly previewing: boolean
  readonly frame: RefObject<HTMLElement | null>
}

/** The card. */
export function ReviewCard({ record, stand, desk, previewing, frame }: Props) {
  const { summary, accounts } = useVault()
  const { decision, changed } = stand
  const account = accounts.get(record.account)
  const redactions = keyed(decision?.redactions ?? [], groundKeys().keyOf)
  const author = redactions.find((one) => one.field === 'author')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <article className="queue-record" aria-label={t('record')} data-record={record.id} ref={frame} tabIndex={0}>
      <header className="queue-head">
        <span className="glyph large" aria-hidden="true">
          {platformWord(record.platform).slice(0, 2)}
        </span>
        <div>
          <h2 className="queue-author">
            <bdi className={author && 'marked own'} data-keys={author?.key}>
              {authorWord(record.author, account)}
            </bdi>
          </h2>
          <p className="soft">
            {word(record.kind)} · {platformWord(record.platform)} · <bdi>@{account?.handle}</bdi> ·{' '}
            {record.at === null ? t('noTime') : formatInstant(record.at, summary.zone, 'moment')}
          </p>
        </div>
      </header>
      <div className="record-chips">
        {record.state !== 'live' && <Chip tone="warn">{word(record.state)}</Chip>}
        <OutcomeChip outcome={changed ? null : (decision?.outcome ?? null)} />
      </div>
      {changed && decision && (
        <Notice
          tone="warn"
          title={t('changed')}
          actions={
            <Button onPress={() => void desk.decide(record.id, () => draftOf(decision), true)}>
              {t('stillStands')}
            </Button>
          }
        >
          {t('changedAbout')}
        </Notice>
      )}
      <Disclosed stand={stand} />
      {previewing ? (
        <Preview record={record} decision={decision} redactions={redactions} />
      ) : (
        <>
          <VersionTexts record={record} redactions={redactions} proposals={decision?.outcome !== 'withhold'} />
          <MarkedMedia record={record} redactions={redactions} />
          <LinkList links={record.versions.at(-1)?.links ?? []} />
        </>
      )}
    </article>
  )
}

/** What is decided of a record, as a chip. */
function OutcomeChip({ outcome }: { readonly outcome: NonNullable<Stand['decision']>['outcome'] | null }) {
  if (outcome === null) return <Chip>{t('undecided')}</Chip>
  const tone = outcome === 'release' ? 'good' : outcome === 'not-responsive' ? 'plain' : 'accent'
  return (
    <Chip tone={tone} icon="check">
      {t(`outcome.${outcome}`)}
    </Chip>
  )
}

function Disclosed({ stand }: { readonly stand: Stand }) {
  const { zone } = useVault().summary
  if (stand.disclosed.length === 0) return null
  return (
    <Notice tone="info" title={t('disclosed')}>
      <ul>
        {stand.disclosed.map(({ request, label, at, recalledAt }) => (
          <li key={`${request} ${label}`}>
            {t('disclosedLine', { request, label, when: formatInstant(at, zone, 'day') })}
            {recalledAt === null
              ? null
              : ` ${t('disclosedRecalled', { when: formatInstant(recalledAt, zone, 'day') })}`}
          </li>
        ))}
      </ul>
      {t('disclosedAbout')}
    </Notice>
  )
}

// The head of a record: whose it is, what it is, when it was made, and its standing.
import type { RecordDetail } from '../../../shared/domain/record/record.ts'
import { useVault } from '../../client/vault.ts'
import { authorWord, platformWord, word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { LockButton } from './lock-button.tsx'
import { PrintButton } from './print-button.tsx'
import { RestrictButton } from './restrict-button.tsx'

const t = translator(en)

interface Props {
  readonly record: RecordDetail
  readonly onBack: () => void
}

/** The head. */
export function RecordHead({ record, onBack }: Props) {
  const { summary, accounts } = useVault()
  const account = accounts.get(record.account)
  return (
    <header className="record-head-block">
      <div className="record-back">
        <IconButton icon="left" label={t('backToList')} keys="Esc" onPress={onBack} />
      </div>
      <div className="record-who">
        <span className="glyph large" aria-hidden="true">
          {platformWord(record.platform).slice(0, 2)}
        </span>
        <div>
          <h2 className="record-author">
            <bdi>{authorWord(record.author, account)}</bdi>
          </h2>
          <p className="soft">
            {word(record.kind)} · {platformWord(record.platform)} · <bdi>@{account?.handle}</bdi>
          </p>
        </div>
      </div>
      <p className="record-when">
        {record.at === null ? t('noTime') : <time>{formatInstant(record.at, summary.zone, 'exact')}</time>}
        {record.at !== null && record.precision !== 'second' && record.precision !== 'millisecond' && (
          <span className="soft"> · {t('precision', { precision: record.precision })}</span>
        )}
      </p>
      <div className="record-chips">
        {record.series === null ? (
          <Chip tone="warn">{t('untagged')}</Chip>
        ) : (
          <Chip tone="accent">{t('inSeries', { series: record.series })}</Chip>
        )}
        {record.state !== 'live' && <Chip tone="bad">{word(record.state)}</Chip>}
        {record.versions.length > 1 && <Chip icon="versions">{t('versions', { count: record.versions.length })}</Chip>}
        <RestrictButton id={record.id} />
        <LockButton id={record.id} />
        <PrintButton key={record.id} id={record.id} />
      </div>
    </header>
  )
}

// The conversation around a record.
import { recordThread } from '../../../shared/contract/record.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { type RecordRow, standingOf } from '../../../shared/domain/record/record.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { authorWord, word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { isGuarded, StandIn } from '../../record/stand-in.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { PlainText } from '../../ui/plain-text.tsx'

const t = translator(en)

interface Props {
  readonly id: RecordId
  readonly onGo: (id: RecordId) => void
}

/** The tab. */
export function ThreadTab({ id, onGo }: Props) {
  const { data, refusal } = useQuery(recordThread, { id, limit: 500 }, ['records'], 2000)
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (!data) return <Waiting words={t('loading')} />
  if (data.length <= 1) return <p className="soft">{t('threadAlone')}</p>
  return (
    <LongList
      label={t('threadTitle')}
      items={data}
      keyOf={(row) => row.id}
      about={84}
      start={data.findIndex((row) => row.id === id)}
      draw={(row) => <Turn row={row} here={row.id === id} onGo={onGo} />}
    />
  )
}

interface TurnProps {
  readonly row: RecordRow
  readonly here: boolean
  readonly onGo: (id: RecordId) => void
}

function Turn({ row, here, onGo }: TurnProps) {
  const { summary, accounts } = useVault()
  const { zone } = summary
  return (
    <div className={`turn ${here ? 'here' : ''}`}>
      <p className="turn-head">
        <button type="button" className="link" onClick={() => onGo(row.id)} disabled={here}>
          <bdi>{authorWord(row.author, accounts.get(row.account)) || word(row.kind)}</bdi>
        </button>
        <span className="soft">{row.at === null ? t('noTime') : formatInstant(row.at, zone, 'moment')}</span>
        {here && <Chip tone="accent">{t('thisOne')}</Chip>}
        {standingOf(row) !== 'live' && <Chip tone="warn">{word(standingOf(row))}</Chip>}
      </p>
      <p className="turn-text" dir="auto">
        <Words row={row} />
      </p>
    </div>
  )
}

function Words({ row }: { readonly row: RecordRow }) {
  if (isGuarded(row)) return <StandIn row={row} />
  const { text } = row
  return text === '' ? <span className="soft">{t('noText')}</span> : <PlainText text={text.slice(0, 1000)} />
}

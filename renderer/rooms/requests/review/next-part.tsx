// Where the record in hand stands among those shown, and the ones that come next, a line each.
import type { RecordId } from '../../../../shared/domain/id.ts'
import { useVault } from '../../../client/vault.ts'
import { authorWord, word } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { PlainText } from '../../../ui/plain-text.tsx'
import type { ReviewDesk } from './desk.ts'
import type { Item } from './steps.ts'

const t = translator(en)
const SHOWN = 120
const LINES = 5

interface Props {
  readonly desk: ReviewDesk
  readonly shown: readonly Item[]
  readonly current: RecordId | null
}

/** The part. */
export function NextPart({ desk, shown, current }: Props) {
  const at = shown.findIndex(({ record }) => record === current)
  const next = shown.slice(at + 1, at + 1 + LINES)
  if (at < 0) return null
  return (
    <section className="queue-part" aria-labelledby="review-next">
      <h2 id="review-next">{t('up')}</h2>
      <p className="soft">{t('place', { at: at + 1, of: shown.length })}</p>
      {next.length === 0 && <p className="soft">{t('nothingNext')}</p>}
      <ol className="next-list">
        {next.map((item) => (
          <li key={item.record}>
            <Line desk={desk} item={item} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Line({ desk, item }: { readonly desk: ReviewDesk; readonly item: Item }) {
  const { summary, accounts } = useVault()
  const record = desk.fetched.record(item.record)
  if (record === undefined) return <span className="soft">…</span>
  const text = record.versions.at(-1)?.text ?? ''
  const decided = item.outcome === null ? t('undecided') : t(`outcome.${item.outcome}`)
  return (
    <button type="button" className="next-line" onClick={() => desk.go(item.record)}>
      <span className="soft next-head">
        {record.at === null ? t('noTime') : formatInstant(record.at, summary.zone, 'day')} · {word(record.kind)} ·{' '}
        {decided} · <bdi>{authorWord(record.author, accounts.get(record.account))}</bdi>
      </span>
      <span className="next-text" dir="auto">
        <PlainText text={text.slice(0, SHOWN) || t('noText')} />
      </span>
    </button>
  )
}

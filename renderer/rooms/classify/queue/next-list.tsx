// The records that come next, a line each.
import { useVault } from '../../../client/vault.ts'
import { authorWord, word } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { isGuarded, StandIn } from '../../../record/stand-in.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import type { Entry } from './queue.ts'

const t = translator(en)
const SHOWN = 120

/** The list. */
export function NextList({ entries }: { readonly entries: readonly Entry[] }) {
  const { summary, accounts } = useVault()
  return (
    <section className="queue-part" aria-labelledby="queue-next">
      <h2 id="queue-next">{t('next')}</h2>
      {entries.length === 0 && <p className="soft">{t('nothingNext')}</p>}
      <ol className="next-list">
        {entries.map(({ item: { row } }) => (
          <li key={row.id}>
            <span className="soft next-head">
              {row.at === null ? t('noTime') : formatInstant(row.at, summary.zone, 'day')} · {word(row.kind)} ·{' '}
              <bdi>{authorWord(row.author, accounts.get(row.account))}</bdi>
            </span>
            <span className="next-text" dir="auto">
              {isGuarded(row) ? <StandIn row={row} /> : <PlainText text={row.text.slice(0, SHOWN) || t('noText')} />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

// What was decided of the record in hand before, newest first.
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import type { Stand } from './fetched.ts'

const t = translator(en)

/** The part; nothing where nobody has decided. */
export function HistoryPart({ stand }: { readonly stand: Stand }) {
  const { summary, people } = useVault()
  if (stand.history.length === 0) return null
  return (
    <details className="queue-part">
      <summary>
        {t('history')} ({stand.history.length})
      </summary>
      <ol className="bullets">
        {stand.history.map(({ outcome, at, by, reason }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a history never moves
          <li key={place}>
            {t('historyLine', {
              outcome: outcome === null ? t('undecided') : t(`outcome.${outcome}`),
              who: (by && people.get(by)?.name) ?? t('nobody'),
              when: formatInstant(at, summary.zone, 'moment'),
            })}
            {reason !== '' && (
              <span className="soft">
                {' '}
                – <bdi>{reason}</bdi>
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

// The chart of response times: an account a bar, its parts what was answered in time and what was not; the same in words and in the table below.
import type { ResponseMonth, ResponseVerdict } from '../../../shared/contract/response.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import './office.css'

const t = translator(en)
/** What was measured, in the order in which it is drawn. */
const PARTS = ['within-48', 'within-72', 'late', 'unanswered'] as const satisfies readonly ResponseVerdict[]

/** The chart; nothing where nothing was measured. */
export function AnswersChart({ months }: { readonly months: readonly ResponseMonth[] }) {
  const { accounts } = useVault()
  const bars = [...Map.groupBy(months, ({ account }) => account)]
    .map(([account, own]) => {
      const values = PARTS.map((part) => ({
        part,
        count: own.reduce((sum, { counts }) => sum + (counts[part] ?? 0), 0),
      }))
      return { account, values, total: values.reduce((sum, { count }) => sum + count, 0) }
    })
    .filter(({ total }) => total > 0)
  const most = Math.max(...bars.map(({ total }) => total))
  if (bars.length === 0) return null
  return (
    <figure className="answers-chart">
      <figcaption>{t('chart')}</figcaption>
      <ul className="answers-key">
        {PARTS.map((part) => (
          <li key={part}>
            <span className={`answers-swatch ${part}`} aria-hidden="true" />
            {t(`verdict.${part}`)}
          </li>
        ))}
      </ul>
      <ul className="answers-bars">
        {bars.map(({ account, values }) => (
          <li key={account}>
            <bdi>@{accounts.get(account)?.handle}</bdi>
            <span className="answers-bar" aria-hidden="true">
              {values.map(({ part, count }) =>
                count === 0 ? null : (
                  <span
                    key={part}
                    className={`answers-part ${part}`}
                    style={{ inlineSize: `${(count / most) * 100}%` }}
                  />
                ),
              )}
            </span>
            <span className="soft">
              {values
                .filter(({ count }) => count > 0)
                .map(({ part, count }) => t('chartPart', { count, part: t(`verdict.${part}`) }))
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

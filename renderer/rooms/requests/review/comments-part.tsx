// What the attorney said of the record in hand, in replies to review copies.
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/review-copy.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { PlainText } from '../../../ui/plain-text.tsx'
import type { Stand } from './fetched.ts'

const t = translator(en)

/** The part; nothing where nothing was said. */
export function CommentsPart({ stand }: { readonly stand: Stand }) {
  const { summary, people } = useVault()
  if (stand.comments.length === 0) return null
  return (
    <section className="queue-part" aria-labelledby="review-comments">
      <h2 id="review-comments">{t('commentsHere')}</h2>
      <ul className="bullets">
        {stand.comments.map(({ by, at, words }) => (
          <li key={`${at} ${words}`}>
            <PlainText text={words} />
            <span className="soft">
              {' '}
              – {t('commentLine', { who: people.get(by)?.name ?? by, when: formatInstant(at, summary.zone, 'moment') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

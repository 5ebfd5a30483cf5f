// What is known of a record's restriction: since when and why, whether it was reviewed for release, and what stood before.
import type { Restriction } from '../../../shared/domain/record/restriction.ts'
import { useVault } from '../../client/vault.ts'
import { en, groundWord } from '../../locale/en/restricted.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'

const t = translator(en)

interface Props {
  readonly standing: Restriction
  readonly former: readonly Restriction[]
}

/** The facts as sentences. */
export function RestrictionFacts({ standing, former }: Props) {
  const { summary, people } = useVault()
  const named = (person: Restriction['by']) =>
    person === null ? t('unknown') : (people.get(person)?.name ?? String(person))
  const when = (at: Restriction['at']) => formatInstant(at, summary.zone, 'moment')
  const { at, by, reason } = standing
  return (
    <div className="restriction-facts">
      <p>
        <bdi>{t('placed', { when: when(at), name: named(by), reason })}</bdi>
      </p>
      <Reviewed standing={standing} named={named} when={when} />
      {former.length > 0 && (
        <details>
          <summary>{t('former')}</summary>
          <ul className="plain-list">
            {former.map((one) => (
              <li key={one.id}>
                <bdi>
                  {t('formerLine', {
                    ground: groundWord(one),
                    from: when(one.at),
                    to: one.endedAt === null ? '' : when(one.endedAt),
                    reason: one.reason,
                    name: named(one.endedBy),
                    why: one.endedReason ?? '',
                  })}
                </bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

interface ReviewedProps {
  readonly standing: Restriction
  readonly named: (person: Restriction['by']) => string
  readonly when: (at: Restriction['at']) => string
}

function Reviewed({ standing: { review }, named, when }: ReviewedProps) {
  if (review === null) return <p>{t('notReviewed')}</p>
  const said = { name: named(review.by), when: when(review.at), reason: review.reason }
  const words = !review.release ? 'reviewBack' : review.current ? 'reviewed' : 'reviewedBefore'
  return (
    <p>
      <bdi>{t(words, said)}</bdi>
    </p>
  )
}

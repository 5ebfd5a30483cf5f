// The records that say and show the same as the one in hand: how each stands, and deciding on all of them as on this one.
import type { RecordId } from '../../../../shared/domain/id.ts'
import { en as review } from '../../../locale/en/review.ts'
import { en } from '../../../locale/en/twins.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import type { ReviewDesk, ReviewState } from './desk.ts'
import type { Stand } from './fetched.ts'

const t = translator(en)
const r = translator(review)
const LINES = 8

interface Props {
  readonly desk: ReviewDesk
  readonly state: ReviewState
  readonly record: RecordId
  readonly stand: Stand
}

/** The part; nothing where no other says the same. */
export function TwinsPart({ desk, state, record, stand }: Props) {
  const others = (state.twins.get(record) ?? []).filter((one) => one !== record)
  if (others.length === 0) return null
  const outcomes = new Map(state.items.map((item) => [item.record, item.outcome]))
  const open = others.filter((one) => outcomes.get(one) === null).length
  const decided = stand.decision !== null && !stand.changed
  return (
    <section className="queue-part" aria-labelledby="review-twins">
      <h2 id="review-twins">{t('twins', { count: others.length })}</h2>
      <ul className="bullets">
        {others.slice(0, LINES).map((one) => {
          const outcome = outcomes.get(one) ?? null
          return (
            <li key={one}>
              <button type="button" className="link" onClick={() => desk.go(one)}>
                {r('hitRecord', { record: String(one) })}
              </button>{' '}
              <span className="soft">{outcome === null ? r('undecided') : r(`outcome.${outcome}`)}</span>
            </li>
          )
        })}
      </ul>
      {others.length > LINES && <p className="soft">{t('twinsMore', { count: others.length - LINES })}</p>}
      <Button onPress={() => void desk.decideAlike(record)} disabled={!decided || open === 0}>
        {t('twinsDo', { count: open })} <kbd>s</kbd>
      </Button>
      {!decided && <p className="hint">{t('twinsFirst')}</p>}
    </section>
  )
}

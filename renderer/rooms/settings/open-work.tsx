// What is open now, a line each.
import type { OpenWork } from '../../../shared/domain/people/handover.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The list: requests with their next dates, holds by their matter, the rest counted; what is nothing is left out. */
export function OpenWorkList({ open }: { readonly open: OpenWork }) {
  const counts = [
    ['openPackets', open.packets.length],
    ['openNotes', open.notes],
    ['openJobs', open.jobs.length],
    ['openUntagged', open.untagged],
    ['openAccounts', open.accounts.length],
    ['openLedger', open.ledger.entries],
  ] as const
  return (
    <section aria-labelledby="open-work">
      <h3 id="open-work">{t('openWork')}</h3>
      <ul className="moved-dates">
        {open.requests.map(({ id, requester, due }) => (
          <li key={`request ${id}`}>
            <a href={address('requests', [id])}>
              {t('openRequest', { id, requester, day: due === null ? t('noDate') : formatDay(due) })}
            </a>
          </li>
        ))}
        {open.holds.map(({ id, label, records }) => (
          <li key={`hold ${id}`}>{t('openHold', { label, count: records })}</li>
        ))}
        {counts
          .filter(([, count]) => count > 0)
          .map(([name, count]) => (
            <li key={name}>{t(name, { count })}</li>
          ))}
      </ul>
    </section>
  )
}

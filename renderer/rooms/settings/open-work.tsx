// What is open now, in one line each.
import type { OpenWork } from '../../../shared/domain/handover.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'

const t = translator(en)

/** The list; what is nothing is left out. */
export function OpenWorkLine({ open }: { readonly open: OpenWork }) {
  const counts = [
    ['openRequests', open.requests.length],
    ['openHolds', open.holds.length],
    ['openPackets', open.packets.length],
    ['openNotes', open.notes],
    ['openJobs', open.jobs.length],
    ['openUntagged', open.untagged],
    ['openAccounts', open.accounts.length],
    ['openLedger', open.ledger.entries],
  ] as const
  return (
    <section aria-labelledby="open-work">
      <h3 id="open-work" className="dialog-part">
        {t('openWork')}
      </h3>
      <ul className="moved-dates">
        {counts
          .filter(([, count]) => count > 0)
          .map(([name, count]) => (
            <li key={name}>{t(name, { count })}</li>
          ))}
      </ul>
    </section>
  )
}

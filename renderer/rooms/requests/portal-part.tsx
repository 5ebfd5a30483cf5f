// What the portal says of a request, its date beside ours with the difference explained.
import type { requestFile } from '../../../shared/contract/request-life.ts'
import type { Output } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Section } from '../../ui/page.tsx'

const t = translator(en)
type Said = NonNullable<Output<typeof requestFile>['portal']>

/** The part. */
export function PortalPart({ said: { row, fileName, importedAt, difference } }: { readonly said: Said }) {
  const { zone } = useVault().summary
  const facts = [
    [t('portalNumber'), row.number],
    [t('state'), row.status],
    [t('portalDue'), row.dueOn === null ? '' : formatDay(row.dueOn)],
    [t('portalPaused'), row.pausedDays === null ? '' : t('portalDays', { count: row.pausedDays })],
  ].filter(([, value]) => value !== '')
  return (
    <Section title={t('portal')}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {difference && <p>{difference}</p>}
      <p className="soft">{t('portalRead', { name: fileName, when: formatInstant(importedAt, zone, 'moment') })}</p>
    </Section>
  )
}

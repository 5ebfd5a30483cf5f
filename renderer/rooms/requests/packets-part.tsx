// The packets that answer a request.
import type { RequestId } from '../../../shared/domain/id.ts'
import type { Production } from '../../../shared/domain/request/request.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Section } from '../../ui/page.tsx'
import { AccessButton } from './packets/access-button.tsx'
import { PacketSet } from './packets/packet-set.tsx'

const t = translator(en)

/** The list. */
export function PacketsPart(props: { readonly request: RequestId; readonly productions: readonly Production[] }) {
  const { request, productions } = props
  const { zone } = useVault().summary
  return (
    <Section title={t('productions')} actions={<AccessButton request={request} />}>
      {productions.length === 0 && <p className="soft">{t('noProductions')}</p>}
      <ul className="cards">
        {productions.map((production) => (
          <li key={production.id} className="card">
            <p>
              <strong>{t('production', { id: production.id })}</strong> · {t('items', { count: production.items })}
              {production.firstNumber && ` · ${production.firstNumber} – ${production.lastNumber ?? ''}`}
              {production.pending > 0 && ` · ${t('pending', { count: production.pending })}`}{' '}
              <span className="soft">{t('frozen', { when: formatInstant(production.frozenAt, zone, 'moment') })}</span>
            </p>
            {production.packetName && (
              <p>
                <bdi>{production.packetName}</bdi>
                {production.packetSize !== null && (
                  <span className="soft"> · {formatBytes(production.packetSize)}</span>
                )}
              </p>
            )}
            {production.packetDigest && (
              <p className="soft">
                {t('digest')}: <span className="mono digest">{production.packetDigest}</span>
              </p>
            )}
            {production.packetDigest && <PacketSet production={production} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

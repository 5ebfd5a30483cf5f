// What the attorney opened of a packet, and why.
import { type packetKeptBack, packetOpen } from '../../../../shared/contract/packet.ts'
import type { Output } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/openings.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'

const t = translator(en)
type Opened = Output<typeof packetKeptBack>['openings'][number]

/** The list; nothing where nothing was opened. */
export function Openings({ openings }: { readonly openings: readonly Opened[] }) {
  const { zone } = useVault().summary
  if (openings.length === 0) return null
  return (
    <section aria-label={t('openedBefore')}>
      <h3>{t('openedBefore')}</h3>
      <ul className="bullets">
        {openings.map(({ number, fields, reason, at, by, key }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: openings are never taken back, and the same may be opened twice
          <li key={place}>
            {t('opened', {
              ...{ number, by, reason, when: formatInstant(at, zone, 'moment') },
              fields: fields.map((field) => word(field)).join(', '),
            })}{' '}
            <span className="soft">{t(key === null ? 'typed' : 'signed')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function word(field: string): string {
  const known = packetOpen.input.shape.fields.element.options.find((one) => one === field)
  return known === undefined ? field : t(`field.${known}`)
}

// The packets that answer a request, and building another.
import { useState } from 'react'
import { packetBuild } from '../../../shared/contract/request.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import type { Production } from '../../../shared/domain/request.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
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
              {production.firstNumber && ` · ${production.firstNumber} – ${production.lastNumber ?? ''}`}{' '}
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

/** The button that begins a packet. */
export function BuildButton({ id }: { readonly id: RequestId }) {
  const [begun, setBegun] = useState(false)
  const building = useAction(async (asked: { readonly concordance?: boolean; readonly whole?: boolean }) => {
    const target = await chooseTarget(`packet-${id}.zip`)
    if (!target) return
    await start(packetBuild, { request: id, to: target.grant, ...asked })
    setBegun(true)
  })
  return (
    <>
      <Button look="strong" icon="file" onPress={() => void building.go({})} busy={building.busy}>
        {t('build')}
      </Button>
      <MenuButton
        label={t('buildOtherwise')}
        button={<Icon name="down" />}
        entries={[
          {
            id: 'whole',
            label: t('buildWhole'),
            detail: t('buildWholeAbout'),
            run: () => void building.go({ whole: true }),
          },
          {
            ...{ id: 'load-file', label: t('buildLoadFile'), detail: t('buildLoadFileAbout') },
            run: () => void building.go({ concordance: true }),
          },
        ]}
      />
      <RefusalNotice refusal={building.refusal} />
      {begun && (
        <span role="status">
          <a href={address('jobs')}>{t('building')}</a>
        </span>
      )}
    </>
  )
}

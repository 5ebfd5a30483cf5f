// One request: its words, its dates with the rule of each, what answers it, and its packets.
import { useState } from 'react'
import { packetBuild, requestClock, requestShow } from '../../../shared/contract/request.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import type { Production, RequestDetail } from '../../../shared/domain/request.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'
import { Clock } from './clock.tsx'
import { ReviewLink } from './review/review-link.tsx'

const t = translator(en)

/** The page. */
export function RequestPage({ id }: { readonly id: RequestId }) {
  const { data, refusal } = useQuery(requestShow, { id }, ['requests', 'records'], 2000)
  const clock = useQuery(requestClock, { id }, ['requests'], 2000)
  return (
    <Page
      title={t('one', { id })}
      about={data && `${t(`channel.${data.channel}`)}, ${formatDay(data.receivedOn)} · ${data.requester}`}
      actions={
        <>
          <a className="button quiet" href={address('requests')}>
            {t('back')}
          </a>
          <ReviewLink request={id} />
          {data && <Build id={id} />}
        </>
      }
    >
      <RefusalNotice refusal={refusal ?? clock.refusal} />
      {!data && !refusal && <Waiting words="…" />}
      {data && <Words request={data} />}
      {clock.data && <Clock dates={clock.data.dates} remarks={clock.data.remarks} />}
      {data && <Packets productions={data.productions} />}
    </Page>
  )
}

function Words({ request }: { readonly request: RequestDetail }) {
  const { accounts } = useVault()
  return (
    <Section title={t('text')}>
      <p className="request-text" dir="auto">
        <PlainText text={request.text} />
      </p>
      <p>
        {t('records', { count: request.responsive })} ·{' '}
        <a href={address('records', [], { q: searchOf(request, accounts) })}>{t('look')}</a>
      </p>
      <p className="soft">{request.searched}</p>
      <p className="soft">{t('held', { count: request.held })}</p>
    </Section>
  )
}

/** The same as a search of the room Records, where one account or all are asked for. */
function searchOf(
  { search, accounts, from, to }: RequestDetail,
  register: ReadonlyMap<number, { readonly handle: string }>,
): string {
  const handle = accounts.length === 1 && accounts[0] !== undefined ? register.get(accounts[0])?.handle : undefined
  const parts = [search, handle && `account:${handle}`, from && `-before:${from}`, to && `-after:${to}`]
  return parts.filter(Boolean).join(' ')
}

function Packets({ productions }: { readonly productions: readonly Production[] }) {
  const { zone } = useVault().summary
  return (
    <Section title={t('productions')}>
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
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Build({ id }: { readonly id: RequestId }) {
  const [begun, setBegun] = useState(false)
  const building = useAction(async () => {
    const target = await chooseTarget(`packet-${id}.zip`)
    if (!target) return
    await start(packetBuild, { request: id, to: target.grant })
    setBegun(true)
  })
  return (
    <>
      <Button look="strong" icon="file" onPress={() => void building.go()} busy={building.busy}>
        {t('build')}
      </Button>
      <RefusalNotice refusal={building.refusal} />
      {begun && (
        <span role="status">
          <a href={address('jobs')}>{t('building')}</a>
        </span>
      )}
    </>
  )
}

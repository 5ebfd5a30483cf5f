// The open requests, each with the date to work to.
import { requestClock, requestList } from '../../../shared/contract/request.ts'
import type { PublicRequest } from '../../../shared/domain/request.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/home.ts'
import { en as requestWords } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)
const ofRequests = translator(requestWords)
const MOST = 8

/** The list, the longest waiting first; nothing where no request is open. */
export function OpenRequests() {
  const all = useQuery(requestList, {}, ['requests'], 1000).data ?? []
  const open = all
    .filter((request) => request.state === 'open')
    .toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn))
  if (open.length === 0) return null
  return (
    <Section
      title={t('openRequests')}
      actions={open.length > MOST && <a href={address('requests')}>{t('allRequests', { count: open.length })}</a>}
    >
      <ul className="attention">
        {open.slice(0, MOST).map((request) => (
          <li key={request.id}>
            <Line request={request} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Line({ request }: { readonly request: PublicRequest }) {
  const first = useQuery(requestClock, { id: request.id }, ['requests'], 2000).data?.dates[0]
  return (
    <a href={address('requests', [request.id])} className="attention-item">
      <Icon name="mail" />
      <span className="attention-title">
        <bdi>{request.id}</bdi>
      </span>
      <span className="soft">
        {first && (
          <>
            {ofRequests(`duty.${first.duty}`)}{' '}
            <strong className="attention-day">
              {first.due === null ? ofRequests('noDate') : ofRequests('due', { day: formatDay(first.due) })}
            </strong>{' '}
            ·{' '}
          </>
        )}
        <bdi>{request.requester}</bdi>
      </span>
      <Icon name="right" className="attention-go" />
    </a>
  )
}

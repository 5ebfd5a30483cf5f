// What a request asks for, its dates, who works on it, what the portal says, and its packets.
import { requestClock } from '../../../shared/contract/request.ts'
import { requestFile } from '../../../shared/contract/request-life.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { useQuery } from '../../client/query.ts'
import { en as papers } from '../../locale/en/papers.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { PapersPanel } from '../../papers/papers-panel.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { AssignPart } from './assign-part.tsx'
import { Clock } from './clock.tsx'
import { HoldPart } from './hold-part.tsx'
import { PacketsPart } from './packets-part.tsx'
import { PortalPart } from './portal-part.tsx'
import { WordsPart } from './words-part.tsx'

const t = translator(en)
const tp = translator(papers)

/** The part. */
export function OverviewPart({ request }: { readonly request: RequestDetail }) {
  const { id } = request
  const clock = useQuery(requestClock, { id }, ['requests', 'vault'], 2000)
  const file = useQuery(requestFile, { id }, ['requests', 'vault'], 1000)
  const into = file.data?.mergedInto
  return (
    <>
      <RefusalNotice refusal={clock.refusal ?? file.refusal} />
      {into && (
        <Notice tone="info">
          {t('mergedInto')} <a href={address('requests', [into])}>{t('one', { id: into })}</a>
        </Notice>
      )}
      <WordsPart request={request} />
      {clock.data && <Clock request={id} clocks={clock.data} />}
      {file.data?.portal && <PortalPart said={file.data.portal} />}
      <AssignPart key={`${request.department} ${request.assignees.join(' ')}`} request={request} />
      <PacketsPart request={request.id} productions={request.productions} />
      <HoldPart request={request} />
      <Section title={tp('title')}>
        <PapersPanel subject={{ kind: 'request', id }} />
      </Section>
    </>
  )
}

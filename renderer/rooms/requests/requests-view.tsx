// Requests: the list, and one of them.
import { useState } from 'react'
import { type Deadline, requestDeadlines } from '../../../shared/contract/desk.ts'
import { requestList } from '../../../shared/contract/request.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import type { PublicRequest } from '../../../shared/domain/request/request.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/requests.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useForm } from '../../workspace/doing.ts'
import { address, go, useRoute } from '../../workspace/route.ts'
import { CalendarButton } from './calendar-button.tsx'
import { PortalForm } from './portal-form.tsx'
import { RequestForm } from './request-form.tsx'
import { RequestPage } from './request-page.tsx'
import './requests.css'
import { ListTable } from '../../list/list-table.tsx'
import { en as copy } from '../../locale/en/review-copy.ts'
import { NamesButton } from './review/names-button.tsx'
import { ReviewView } from './review/review-view.tsx'
import { COPY_PLACE, CopyPage } from './review-copy/copy-page.tsx'

const t = translator(en)
const c = translator(copy)

/** The room. */
export function RequestsView() {
  const [first, part] = useRoute().path
  const id = RequestId.safeParse(first).data
  if (first === COPY_PLACE) return <CopyPage />
  if (id === undefined) return <RequestTable />
  return part === 'review' ? <ReviewView key={id} id={id} /> : <RequestPage id={id} />
}

function RequestTable() {
  const { data, refusal } = useQuery(requestList, {}, ['requests'], 1000)
  const deadlines = useQuery(requestDeadlines, {}, ['requests', 'vault'], 1000).data
  const [entering, setEntering] = useForm('new')
  const [importing, setImporting] = useState(false)
  const enter = (
    <>
      <a className="button quiet" href={address('requests', [COPY_PLACE])}>
        {c('open')}
      </a>
      <NamesButton />
      <Button icon="download" onPress={() => setImporting(true)}>
        {t('fromPortal')}
      </Button>
      <Button look="strong" icon="plus" onPress={() => setEntering(true)}>
        {t('enter')}
      </Button>
    </>
  )
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        data &&
        data.length > 0 && (
          <>
            <CalendarButton request={null} />
            {enter}
          </>
        )
      }
    >
      <RefusalNotice refusal={refusal} />
      {data?.length === 0 && (
        <Empty icon="mail" title={t('none')} actions={enter}>
          {t('noneAbout')}
        </Empty>
      )}
      {data && data.length > 0 && (
        <ListTable<PublicRequest>
          file="requests"
          label={t('list')}
          rows={data}
          keyOf={(request) => request.id}
          columns={[
            {
              id: 'id',
              title: t('number'),
              heading: true,
              tight: true,
              cell: (request) => <a href={address('requests', [request.id])}>{request.id}</a>,
            },
            { id: 'received', title: t('received'), tight: true, cell: (request) => formatDay(request.receivedOn) },
            { id: 'next', title: t('next'), tight: true, cell: (request) => nextOf(deadlines ?? [], request.id) },
            {
              id: 'requester',
              title: t('requester'),
              cell: (request) => <bdi>{request.requester || t('anonymous')}</bdi>,
            },
            {
              id: 'text',
              title: t('text'),
              cell: (request) => <bdi className="request-words">{request.text.slice(0, 300)}</bdi>,
            },
            {
              id: 'held',
              title: t('heldHere'),
              number: true,
              cell: (request) => formatCount(request.held),
            },
            {
              id: 'packets',
              title: t('packets'),
              number: true,
              cell: (request) => formatCount(request.productions.length),
            },
            { id: 'state', title: t('state'), cell: (request) => <StateChip state={request.state} /> },
          ]}
        />
      )}
      <Dialog title={t('fromPortalTitle')} open={importing} onClose={() => setImporting(false)} wide>
        <PortalForm onDone={() => setImporting(false)} />
      </Dialog>
      <Dialog title={t('enter')} open={entering} onClose={() => setEntering(false)} wide>
        <RequestForm
          onDone={(id) => {
            setEntering(false)
            if (id) go(address('requests', [id]))
          }}
        />
      </Dialog>
    </Page>
  )
}

/** The next day to work to; a request without one has met its dates, or is closed. */
function nextOf(deadlines: readonly Deadline[], id: RequestId): string {
  const next = deadlines.find(({ request }) => request === id)
  if (next === undefined) return '–'
  return next.due === null ? t('noDate') : formatDay(next.due)
}

/** The state of a request as a chip. */
function StateChip({ state }: { readonly state: PublicRequest['state'] }) {
  return <Chip tone={state === 'open' ? 'accent' : state === 'produced' ? 'good' : 'plain'}>{t(`state.${state}`)}</Chip>
}

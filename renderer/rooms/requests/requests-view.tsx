// Requests: the list, and one of them.
import { useState } from 'react'
import { requestList } from '../../../shared/contract/request.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import type { PublicRequest } from '../../../shared/domain/request.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/requests.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { address, go, useRoute } from '../../workspace/route.ts'
import { RequestForm } from './request-form.tsx'
import { RequestPage } from './request-page.tsx'
import './requests.css'
import { ReviewView } from './review/review-view.tsx'

const t = translator(en)

/** The room. */
export function RequestsView() {
  const [first, part] = useRoute().path
  const id = RequestId.safeParse(first).data
  if (id === undefined) return <RequestTable />
  return part === 'review' ? <ReviewView key={id} id={id} /> : <RequestPage id={id} />
}

function RequestTable() {
  const { data, refusal } = useQuery(requestList, {}, ['requests'], 1000)
  const [entering, setEntering] = useState(false)
  const enter = (
    <Button look="strong" icon="plus" onPress={() => setEntering(true)}>
      {t('enter')}
    </Button>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={data && data.length > 0 && enter}>
      <RefusalNotice refusal={refusal} />
      {data?.length === 0 && (
        <Empty icon="mail" title={t('none')} actions={enter}>
          {t('noneAbout')}
        </Empty>
      )}
      {data && data.length > 0 && (
        <DataTable<PublicRequest>
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
            { id: 'requester', title: t('requester'), cell: (request) => <bdi>{request.requester}</bdi> },
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

/** The state of a request as a chip. */
function StateChip({ state }: { readonly state: PublicRequest['state'] }) {
  return <Chip tone={state === 'open' ? 'accent' : state === 'produced' ? 'good' : 'plain'}>{t(`state.${state}`)}</Chip>
}

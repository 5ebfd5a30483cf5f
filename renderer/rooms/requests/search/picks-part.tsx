// What was taken in or left out by hand.
import { useState } from 'react'
import { searchPick } from '../../../../shared/contract/request-search.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import type { RequestPick } from '../../../../shared/domain/request/request-search.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import { PickForm } from './pick-form.tsx'

const t = translator(en)

/** The part. */
export function PicksPart({
  request,
  picks,
}: {
  readonly request: RequestDetail
  readonly picks: readonly RequestPick[]
}) {
  const [picking, setPicking] = useState(false)
  const closed = request.state === 'closed'
  const undoing = useAction(({ record, reason }: RequestPick) =>
    run(searchPick, { request: request.id, records: [record], act: 'undone', reason }),
  )
  const close = () => setPicking(false)
  return (
    <Section
      title={t('byHand')}
      actions={
        <Button icon="plus" onPress={() => setPicking(true)} disabled={closed}>
          {t('pick')}
        </Button>
      }
    >
      <p className="soft">{t('byHandAbout')}</p>
      <RefusalNotice refusal={undoing.refusal} />
      {picks.length === 0 ? (
        <p>{t('noPicks')}</p>
      ) : (
        <DataTable<RequestPick>
          label={t('byHand')}
          rows={picks}
          keyOf={({ record }) => record}
          columns={[
            {
              id: 'record',
              title: t('record'),
              heading: true,
              cell: ({ record }) => <a href={address('records', [record])}>{record}</a>,
            },
            { id: 'act', title: t('stands'), tight: true, cell: ({ act }) => t(`act.${act}`) },
            { id: 'why', title: t('why'), cell: ({ reason }) => <bdi>{reason}</bdi> },
            { id: 'by', title: t('by'), cell: ({ by }) => by ?? '–' },
            {
              id: 'back',
              title: t('actions'),
              cell: (pick) => (
                <Button look="quiet" onPress={() => void undoing.go(pick)} disabled={closed}>
                  {t('back')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Dialog title={t('pick')} open={picking} onClose={close}>
        <PickForm request={request.id} onDone={close} />
      </Dialog>
    </Section>
  )
}

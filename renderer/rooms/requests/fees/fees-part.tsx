// What a requester is asked to pay for copies, and how that stands.
import { useState } from 'react'
import { feeList } from '../../../../shared/contract/fee.ts'
import { dollars, feeTotal, type RequestFee } from '../../../../shared/domain/request/fee.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/fees.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay, todayIn } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import { FeeForm } from './fee-form.tsx'
import { SettleForm } from './settle-form.tsx'

const t = translator(en)
type Asking = { readonly what: 'draw' | 'invoice' | 'settle'; readonly fee: RequestFee | null } | null

/** The part of the request's page. */
export function FeesPart({ request }: { readonly request: RequestDetail }) {
  const { zone } = useVault().summary
  const [asking, setAsking] = useState<Asking>(null)
  const on = LocalDate.parse(todayIn(zone))
  const { data, refusal } = useQuery(feeList, { request: request.id, on }, ['requests', 'vault'], 1500)
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  const { fees, schedule, waiting } = data
  const close = () => setAsking(null)
  return (
    <Section
      title={t('title')}
      actions={
        <Button
          icon="plus"
          onPress={() => setAsking({ what: 'draw', fee: null })}
          disabled={schedule === null || request.state === 'closed'}
        >
          {t('drawUp')}
        </Button>
      }
    >
      <p className="soft">{t('about')}</p>
      <RefusalNotice refusal={refusal} />
      {schedule === null && waiting.length === 0 && (
        <Notice tone="info">
          {t('noSchedule')} <a href={address('law')}>{t('toLaw')}</a>
        </Notice>
      )}
      {waiting.map(({ id, name, validFrom }) => (
        <Notice key={id} tone="warn" actions={<a href={address('law')}>{t('toLaw')}</a>}>
          {t(schedule === null ? 'onlyWaiting' : 'waiting', {
            ...{ name, from: formatDay(validFrom), standing: schedule?.name ?? '' },
          })}
        </Notice>
      ))}
      {fees.length === 0 ? <p>{t('none')}</p> : <Fees fees={fees} onAsk={setAsking} />}
      {fees.length > 0 && <p className="soft">{t('letterHint')}</p>}
      <Dialog title={t('drawUp')} open={asking?.what === 'draw'} onClose={close}>
        {asking?.what === 'draw' && schedule && (
          <FeeForm request={request.id} fee={asking.fee} schedule={schedule} onDone={close} />
        )}
      </Dialog>
      <Dialog title={t('title')} open={asking?.what === 'invoice' || asking?.what === 'settle'} onClose={close}>
        {asking?.fee && asking.what !== 'draw' && (
          <SettleForm
            request={request.id}
            fee={asking.fee}
            invoice={asking.what === 'invoice'}
            today={on}
            onDone={close}
          />
        )}
      </Dialog>
    </Section>
  )
}

function Fees({ fees, onAsk }: { readonly fees: readonly RequestFee[]; readonly onAsk: (asking: Asking) => void }) {
  return (
    <DataTable<RequestFee>
      label={t('title')}
      rows={fees}
      keyOf={({ number }) => number}
      columns={[
        { id: 'number', title: t('number'), tight: true, heading: true, cell: ({ number }) => number },
        {
          id: 'lines',
          title: t('lines'),
          cell: ({ lines }) =>
            lines.map(({ words, quantity, cents }) => t('line', { words, quantity, price: dollars(cents) })).join(', '),
        },
        { id: 'total', title: t('total'), number: true, cell: ({ lines }) => dollars(feeTotal(lines)) },
        {
          id: 'state',
          title: t('stands'),
          tight: true,
          cell: ({ state }) => (
            <Chip tone={state === 'draft' ? 'plain' : state === 'invoiced' ? 'accent' : 'good'}>
              {t(`state.${state}`)}
            </Chip>
          ),
        },
        {
          id: 'actions',
          title: t('actions'),
          cell: (fee) => (
            <div className="line-deeds">
              {fee.state === 'draft' && (
                <>
                  <Button look="quiet" onPress={() => onAsk({ what: 'draw', fee })}>
                    {t('change', { number: fee.number })}
                  </Button>
                  <Button onPress={() => onAsk({ what: 'invoice', fee })}>{t('invoice')}</Button>
                </>
              )}
              {(fee.state === 'draft' || fee.state === 'invoiced') && (
                <Button onPress={() => onAsk({ what: 'settle', fee })}>{t('settle')}</Button>
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

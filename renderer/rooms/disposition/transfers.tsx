// Copies for an archive: making one, those that were made, and whether the archive has signed for them.
import { useState } from 'react'
import { transferList } from '../../../shared/contract/transfer.ts'
import type { Transfer } from '../../../shared/domain/disposition/transfer.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/transfers.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useForm } from '../../workspace/doing.ts'
import { Part } from './part.tsx'
import { ReceiptForm } from './receipt-form.tsx'
import { TransferForm } from './transfer-form.tsx'

const t = translator(en)

/** The part. @param onGiveUp asked for a plan to give up custody */
export function Transfers({ onGiveUp }: { readonly onGiveUp: () => void }) {
  const { zone } = useVault().summary
  const { data } = useQuery(transferList, {}, ['disposition', 'records'], 1000)
  const [receiving, setReceiving] = useState<Transfer | null>(null)
  const [making, setMaking] = useForm('copy')
  if (data === undefined) return null
  return (
    <Part id="transfers" title={t('title')} about={t('about')}>
      {data.length > 0 && (
        <DataTable<Transfer>
          label={t('list')}
          rows={data}
          keyOf={({ id }) => String(id)}
          columns={[
            { id: 'bag', title: t('bag'), heading: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { id: 'made', title: t('made'), tight: true, cell: ({ madeAt }) => formatInstant(madeAt, zone, 'day') },
            { id: 'records', title: t('records'), number: true, cell: ({ records }) => formatCount(records) },
            { id: 'inVault', title: t('inVault'), number: true, cell: ({ inVault }) => formatCount(inVault) },
            { id: 'receipt', title: t('receipt'), cell: (row) => <Receipt receipt={row.receipt} /> },
            {
              id: 'do',
              title: t('actions'),
              tight: true,
              cell: (row) => (
                <Button look="quiet" onPress={() => setReceiving(row)}>
                  {row.receipt === null ? t('record') : t('again')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <div className="plan-acts">
        <Button onPress={() => setMaking(true)}>{t('make')}</Button>
        {data.some(({ receipt, inVault }) => receipt !== null && inVault > 0) && (
          <Button onPress={onGiveUp}>{t('giveUp')}</Button>
        )}
      </div>
      <TransferForm open={making} onDone={() => setMaking(false)} />
      <ReceiptForm transfer={receiving} onDone={() => setReceiving(null)} />
    </Part>
  )
}

function Receipt({ receipt }: Pick<Transfer, 'receipt'>) {
  if (receipt === null) return <span className="soft">{t('none')}</span>
  const { archive, signedBy: name, signedOn } = receipt
  return <bdi>{t('signed', { archive, name, day: formatDay(signedOn) })}</bdi>
}

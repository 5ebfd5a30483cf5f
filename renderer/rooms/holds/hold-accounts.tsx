// The accounts that a hold covers: each can be captured at once, before anybody deletes something, or all of them together.
import { useState } from 'react'
import { captureRun } from '../../../shared/contract/capture.ts'
import { type HoldAccount, holdAccounts } from '../../../shared/contract/hold.ts'
import type { HoldId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/holds.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The table, with a button an account and one for all. */
export function HoldAccounts({ id }: { readonly id: HoldId }) {
  const { zone } = useVault().summary
  const { data, refusal } = useQuery(holdAccounts, { id }, ['holds', 'captures'], 1000)
  const [begun, setBegun] = useState<ReadonlySet<number>>(new Set())
  const capturing = useAction(async (accounts: readonly HoldAccount[]) => {
    for (const { account, order } of accounts) {
      if (order === null) continue
      await start(captureRun, order)
      setBegun((before) => new Set(before).add(account))
    }
  })
  const ready = data?.filter(({ account, order }) => order !== null && !begun.has(account)) ?? []
  return (
    <>
      <RefusalNotice refusal={refusal ?? capturing.refusal} />
      {data?.length === 0 && <p className="soft">{t('accountsNone')}</p>}
      {data && data.length > 0 && (
        <div className="hold-accounts">
          <DataTable<HoldAccount>
            label={t('accountsCovered')}
            rows={data}
            keyOf={({ account }) => account}
            columns={[
              {
                id: 'account',
                title: t('accountColumn'),
                heading: true,
                cell: ({ name, department }) => (
                  <>
                    <bdi>{name}</bdi>
                    {department && <bdi className="hold-attorney soft">{department}</bdi>}
                  </>
                ),
              },
              { id: 'liaison', title: t('liaison'), cell: ({ liaison }) => <bdi>{liaison || t('noLiaison')}</bdi> },
              { id: 'records', title: t('records'), number: true, cell: ({ records }) => formatCount(records) },
              {
                id: 'captured',
                title: t('capturedLast'),
                cell: ({ captured }) => (captured === null ? t('never') : formatInstant(captured, zone, 'moment')),
              },
              {
                id: 'capture',
                title: t('captureColumn'),
                tight: true,
                cell: (row) => (
                  <Capture row={row} begun={begun.has(row.account)} onCapture={() => void capturing.go([row])} />
                ),
              },
            ]}
          />
        </div>
      )}
      {ready.length > 1 && (
        <p>
          <Button icon="image" onPress={() => void capturing.go(ready)} busy={capturing.busy}>
            {t('captureAll', { count: formatCount(ready.length) })}
          </Button>
        </p>
      )}
    </>
  )
}

interface CaptureProps {
  readonly row: HoldAccount
  readonly begun: boolean
  readonly onCapture: () => void
}

function Capture({ row: { account, personal, order }, begun, onCapture }: CaptureProps) {
  if (personal) return <span className="soft">{t('personalAccount')}</span>
  if (begun) return <a href={address('jobs')}>{t('captureBegun')}</a>
  if (order === null) return <a href={address('captures', [], { account: String(account) })}>{t('captureSetUp')}</a>
  return <Button onPress={onCapture}>{t('captureNow')}</Button>
}

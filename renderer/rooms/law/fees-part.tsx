// The City's fees for copies, a dated schedule at a time.
import { useState } from 'react'
import type { FeeLine, FeeSchedule } from '../../../shared/domain/request/fee.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { dollars } from './fee-lines.ts'
import { FeesForm } from './fees-form.tsx'

const t = translator(en)

/** The part. */
export function FeesPart({ fees }: { readonly fees: readonly FeeSchedule[] }) {
  const { zone } = useVault().summary
  const [entering, setEntering] = useState(false)
  const close = () => setEntering(false)
  return (
    <>
      <p className="soft">{t('feesAbout')}</p>
      {fees.length === 0 && <p>{t('noFees')}</p>}
      {fees.map(({ id, name, validFrom, lines, source, enteredAt, enteredBy, waits }) => (
        <Section key={id} title={t('feesFrom', { name, day: formatDay(validFrom) })}>
          {waits && <p className="soft">{t('feesWait')}</p>}
          <DataTable<FeeLine>
            label={name}
            rows={lines}
            keyOf={({ words, per }) => `${words} ${per}`}
            columns={[
              { id: 'words', title: t('feeWords'), heading: true, cell: ({ words }) => words },
              { id: 'kind', title: t('feeKind'), cell: ({ kind }) => t(`fee.${kind}`) },
              {
                id: 'amount',
                title: t('feeAmount'),
                number: true,
                cell: ({ cents, per }) => t('feePer', { amount: dollars(cents), per }),
              },
            ]}
          />
          <p className="hint">
            {t('source', { source })} ·{' '}
            {t(typeof id === 'number' ? 'enteredBy' : 'cameBy', {
              day: formatInstant(enteredAt, zone, 'day'),
              name: enteredBy ?? '–',
            })}
          </p>
        </Section>
      ))}
      <div>
        <Button icon="plus" onPress={() => setEntering(true)}>
          {t('addFees')}
        </Button>
      </div>
      <Dialog title={t('addFees')} open={entering} onClose={close}>
        <FeesForm onDone={close} />
      </Dialog>
    </>
  )
}

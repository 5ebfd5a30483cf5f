// Who approves here and how old the lists may be: with whoever settled it, when, why, and who else stands behind it.
import { useState } from 'react'
import { dispositionSettled, type SettledBy } from '../../../shared/contract/approval.ts'
import { approvalWords } from '../../../shared/domain/disposition/approval.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settled.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Part } from './part.tsx'
import { SettleForm } from './settle-form.tsx'

const t = translator(en)

/** The part. */
export function SettledPart() {
  const { data } = useQuery(dispositionSettled, {}, ['disposition'])
  const [settling, setSettling] = useState(false)
  if (data === undefined) return null
  const { office, officeBy, listsWithinDays, listsBy } = data
  return (
    <Part id="settled" title={t('title')}>
      <dl className="settled">
        <dt>{t('chain')}</dt>
        <dd>
          {office.chain.map((role) => approvalWords[role].office).join(', ')}.{' '}
          {t('approvalDays', { count: office.approvalDays })} {t(office.alone ? 'alone' : 'notAlone')}
          <Behind by={officeBy} />
        </dd>
        <dt>{t('lists')}</dt>
        <dd>
          {t('listDays', { count: listsWithinDays })}
          <Behind by={listsBy} />
        </dd>
      </dl>
      <div className="plan-acts">
        <Button onPress={() => setSettling(true)}>{t('settle')}</Button>
      </div>
      <Dialog title={t('settleTitle')} open={settling} onClose={() => setSettling(false)}>
        <SettleForm before={office} onDone={() => setSettling(false)} />
      </Dialog>
    </Part>
  )
}

function Behind({ by: settled }: { readonly by: SettledBy | null }) {
  const { zone } = useVault().summary
  if (settled === null) return <p className="soft">{t('usual')}</p>
  const { by, at, reason, second } = settled
  const when = formatInstant(at, zone, 'day')
  return (
    <p className="soft">
      <bdi>
        {second === null ? t('by', { name: by, when }) : t('byTwo', { name: by, second, when })}
        {reason !== '' && ` ${reason}`}
      </bdi>
    </p>
  )
}

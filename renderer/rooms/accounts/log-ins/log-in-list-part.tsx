// The log-in of an account in the list of log-ins: who answers for it, what is due, who had it shown; never the log-in itself.
import { useState } from 'react'
import { type LoginStanding, loginList } from '../../../../shared/contract/login.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import type { LoginOfficer } from '../../../../shared/domain/account/login.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { ListTable } from '../../../list/list-table.tsx'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay, formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import { CopyLine } from './copy-line.tsx'
import { DutyForm } from './duty-form.tsx'
import { HandInForm } from './hand-in-form.tsx'
import { ShowForm } from './show-form.tsx'
import { useCopy } from './use-copy.ts'

const t = translator(en)

/** The part of the page. */
export function LogInListPart({ account }: { readonly account: Account }) {
  const [now] = useState(() => Instant.parse(Date.now()))
  const { data, refusal } = useQuery(loginList, { now }, ['accounts', 'people'], 500)
  const [doing, setDoing] = useState<'duty' | 'hand-in' | 'show' | null>(null)
  const close = () => setDoing(null)
  const standing = data?.accounts.find((one) => one.account === account.id)
  const { handle } = account
  const { kept, setKept, refusal: unknown } = useCopy(account.id)
  const sealed = data !== undefined && data.officers.length === 2
  return (
    <Section
      title={t('title')}
      actions={
        <div className="channel-actions">
          <Button onPress={() => setDoing('duty')}>{t('duty')}</Button>
          <Button onPress={() => setDoing('hand-in')} disabled={!sealed}>
            {t('handIn')}
          </Button>
          <Button onPress={() => setDoing('show')} disabled={standing?.changedAt == null}>
            {t('show')}
          </Button>
        </div>
      }
    >
      <p className="soft">
        {t('about')} <a href={address('accounts', ['log-ins'])}>{t('pageTitle')}</a>
      </p>
      <RefusalNotice refusal={refusal ?? unknown} />
      {standing !== undefined && data !== undefined && (
        <Facts standing={standing} officers={data.officers} handle={handle} />
      )}
      {kept !== null && standing?.changedAt != null && (
        <CopyLine account={account} kept={kept} changedAt={standing.changedAt} onForgotten={setKept} />
      )}
      <Dialog title={t('dutyTitle', { handle })} open={doing === 'duty'} onClose={close}>
        <DutyForm account={account.id} duty={standing?.duty ?? null} onDone={close} />
      </Dialog>
      <Dialog title={t('handInTitle', { handle })} open={doing === 'hand-in'} onClose={close}>
        <HandInForm
          account={account.id}
          kept={kept}
          onDone={(now) => {
            if (now !== null) setKept(now)
            close()
          }}
        />
      </Dialog>
      <Dialog title={t('showTitle', { handle })} open={doing === 'show'} onClose={close}>
        <ShowForm account={account.id} kept={kept} onDone={close} />
      </Dialog>
    </Section>
  )
}

interface FactsProps {
  readonly standing: LoginStanding
  readonly officers: readonly LoginOfficer[]
  readonly handle: string
}

function Facts({ standing, officers, handle }: FactsProps) {
  const { summary, people } = useVault()
  const { duty, changedAt, rotationDue, overdue, toReseal, reveals } = standing
  const said = (words: string | undefined) =>
    words ? <bdi>{words}</bdi> : <span className="soft">{t('notSaid')}</span>
  const due = rotationDue === null ? t('notDue') : formatDay(rotationDue)
  return (
    <>
      {officers.length === 2 ? (
        <p>{t('sealedTo', { names: officers.map(({ name }) => name).join(', ') })}</p>
      ) : (
        <Notice tone="info">{t('noOfficers')}</Notice>
      )}
      {toReseal && <Notice tone="warn">{t('reseal')}</Notice>}
      <dl className="log-in-facts">
        <dt>{t('owner')}</dt>
        <dd>{said(duty?.owner)}</dd>
        <dt>{t('recovery')}</dt>
        <dd>{said(duty?.recovery)}</dd>
        <dt>{t('secondFactor')}</dt>
        <dd>{said(duty?.secondFactor)}</dd>
        <dt>{t('changed')}</dt>
        <dd>{changedAt === null ? t('never') : formatInstant(changedAt, summary.zone, 'day')}</dd>
        <dt>{t('due')}</dt>
        <dd>{overdue ? <strong>{t('overdue', { day: due })}</strong> : due}</dd>
      </dl>
      {reveals.length > 0 && (
        <ListTable
          file={`log-in-shown-${handle}`}
          label={t('reveals')}
          rows={reveals.map((one, place) => ({ ...one, place }))}
          keyOf={({ place }) => place}
          columns={[
            {
              id: 'at',
              title: t('revealAt'),
              heading: true,
              tight: true,
              cell: ({ at }) => formatInstant(at, summary.zone, 'moment'),
            },
            { id: 'by', title: t('revealBy'), cell: ({ by }) => <bdi>{people.get(by)?.name ?? by}</bdi> },
            { id: 'why', title: t('revealWhy'), cell: ({ reason }) => <bdi>{reason}</bdi> },
          ]}
        />
      )}
    </>
  )
}

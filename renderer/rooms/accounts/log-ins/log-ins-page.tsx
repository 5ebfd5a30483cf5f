// The list of log-ins as the Communications Team keeps it: to whom it is sealed, who answers for each log-in, what is due. Never a log-in.
import { useState } from 'react'
import { type LoginStanding, loginList } from '../../../../shared/contract/login.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { ListTable } from '../../../list/list-table.tsx'
import { platformWord } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay, formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { useForm } from '../../../workspace/doing.ts'
import { address } from '../../../workspace/route.ts'
import '../channel/channel.css'
import { KeyMaker } from './key-maker.tsx'
import { OfficersForm } from './officers-form.tsx'
import { ResealForm } from './reseal-form.tsx'

const t = translator(en)

/** The page. */
export function LogInsPage() {
  const [now] = useState(() => Instant.parse(Date.now()))
  const { data, refusal } = useQuery(loginList, { now }, ['accounts', 'people'], 500)
  const [naming, setNaming] = useForm('officers')
  const [resealing, setResealing] = useForm('reseal')
  const officers = data?.officers ?? []
  const [sealed, toReseal] = [officers.length === 2, data?.accounts.some((one) => one.toReseal) === true]
  return (
    <Page title={t('pageTitle')} about={t('about')} actions={<a href={address('accounts')}>{t('pageBack')}</a>}>
      <RefusalNotice refusal={refusal} />
      <div className="channel">
        <Section
          title={t('officers')}
          actions={
            <div className="channel-actions">
              <Button look={sealed ? 'plain' : 'strong'} onPress={() => setNaming(true)}>
                {t(sealed ? 'officersOther' : 'officersName')}
              </Button>
              {sealed && <Button onPress={() => setResealing(true)}>{t('resealOpen')}</Button>}
            </div>
          }
        >
          <p>{sealed ? t('sealedTo', { names: officers.map(({ name }) => name).join(', ') }) : t('noOfficers')}</p>
          {toReseal && <Notice tone="warn">{t('reseal')}</Notice>}
          <OwnKey />
        </Section>
        <Section title={t('standing')}>{data !== undefined && <Standing rows={data.accounts} />}</Section>
      </div>
      <Dialog title={t('officersTitle')} open={naming} onClose={() => setNaming(false)} wide>
        {data !== undefined && <OfficersForm officers={officers} onDone={() => setNaming(false)} />}
      </Dialog>
      <Dialog title={t('resealTitle')} open={resealing} onClose={() => setResealing(false)}>
        <ResealForm onDone={() => setResealing(false)} />
      </Dialog>
    </Page>
  )
}

/** An officer at another desk makes a key here, and hands its public half to whoever names the officers. */
function OwnKey() {
  const [recipient, setRecipient] = useState('')
  return (
    <details>
      <summary>{t('ownKey')}</summary>
      <div className="form">
        <p className="soft">{t('ownKeyAbout')}</p>
        <KeyMaker name="officer.age-key" onMade={setRecipient} />
        {recipient !== '' && (
          <Notice tone="info" title={t('ownKeyMade')}>
            <code>{recipient}</code>
          </Notice>
        )}
      </div>
    </details>
  )
}

function Standing({ rows }: { readonly rows: readonly LoginStanding[] }) {
  const { summary, accounts } = useVault()
  return (
    <ListTable<LoginStanding>
      file="log-ins"
      label={t('standing')}
      rows={rows}
      keyOf={({ account }) => account}
      columns={[
        {
          id: 'account',
          title: t('account'),
          heading: true,
          cell: ({ account }) => (
            <a href={address('accounts', [account])}>
              <bdi>@{accounts.get(account)?.handle}</bdi>
            </a>
          ),
        },
        {
          id: 'platform',
          title: t('platform'),
          cell: ({ account }) => platformWord(accounts.get(account)?.platform ?? ''),
        },
        { id: 'owner', title: t('owner'), cell: ({ duty }) => <bdi>{duty?.owner}</bdi> },
        { id: 'recovery', title: t('recovery'), cell: ({ duty }) => <bdi>{duty?.recovery}</bdi> },
        { id: 'second', title: t('secondFactor'), cell: ({ duty }) => <bdi>{duty?.secondFactor}</bdi> },
        {
          id: 'changed',
          title: t('changed'),
          tight: true,
          cell: ({ changedAt }) => (changedAt === null ? t('never') : formatInstant(changedAt, summary.zone, 'day')),
        },
        { id: 'due', title: t('due'), tight: true, cell: (standing) => <Due standing={standing} /> },
        { id: 'shown', title: t('shownTimes'), number: true, cell: ({ reveals }) => formatCount(reveals.length) },
      ]}
    />
  )
}

function Due({ standing: { rotationDue, overdue, toReseal } }: { readonly standing: LoginStanding }) {
  if (toReseal) return <Chip tone="warn">{t('resealChip')}</Chip>
  if (rotationDue === null) return ''
  const day = formatDay(rotationDue)
  return overdue ? <Chip tone="warn">{t('overdue', { day })}</Chip> : day
}

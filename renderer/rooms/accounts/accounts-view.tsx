// The register of accounts.
import { channelList } from '../../../shared/contract/channel.ts'
import { accountReminders } from '../../../shared/contract/reminder.ts'
import type { Account } from '../../../shared/domain/account/account.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/accounts.ts'
import { en as channelWords } from '../../locale/en/channel.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { en as logInWords } from '../../locale/en/log-in-list.ts'
import { en as papersWords } from '../../locale/en/papers.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { PapersButton, usePaperCounts } from '../../papers/papers-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { useForm } from '../../workspace/doing.ts'
import { address, useRoute } from '../../workspace/route.ts'
import { AccountForm } from './account-form.tsx'
import { ChannelPage } from './channel/channel-page.tsx'
import { StandingCell } from './channel/standing-cell.tsx'
import { LogInsPage } from './log-ins/log-ins-page.tsx'
import { RegisterForm } from './register-form.tsx'
import { ReminderCell } from './reminder-cell.tsx'

const t = translator(en)
const tp = translator(papersWords)
const tc = translator(channelWords)
const tl = translator(logInWords)

/** The room: the register, the list of log-ins, or one account. */
export function AccountsView() {
  const [account] = useRoute().path
  if (account === undefined) return <Register />
  return account === 'log-ins' ? <LogInsPage /> : <ChannelPage key={account} number={account} />
}

function Register() {
  const { accounts } = useVault()
  const [adding, setAdding] = useForm('add')
  const [taking, setTaking] = useForm('take')
  const papers = usePaperCounts('account')
  const hasPersonal = [...accounts.values()].some(({ personal }) => personal !== undefined)
  const channels = useQuery(channelList, {}, ['accounts', 'people'], 1000).data
  const reminders = useQuery(accountReminders, {}, ['accounts', 'accessions'], 1000).data
  const add = (
    <Button look="strong" icon="plus" onPress={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  const buttons = (
    <>
      <Button icon="file" onPress={() => setTaking(true)}>
        {t('takeInDo')}
      </Button>
      {add}
    </>
  )
  const actions = (
    <>
      <a href={address('accounts', ['log-ins'])}>{tl('pageTitle')}</a>
      {buttons}
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={accounts.size > 0 && actions}>
      {accounts.size === 0 ? (
        <Empty icon="account" title={t('none')} actions={buttons}>
          {t('noneAbout')}
        </Empty>
      ) : (
        <ListTable
          file="accounts"
          label={t('list')}
          rows={[...accounts.values()]}
          keyOf={(account) => account.id}
          columns={[
            {
              id: 'handle',
              title: t('handle'),
              heading: true,
              cell: (account) => (
                <a href={address('accounts', [account.id])}>
                  <bdi>@{account.handle}</bdi>
                </a>
              ),
            },
            { id: 'platform', title: t('platform'), cell: (account) => platformWord(account.platform) },
            { id: 'name', title: t('name'), cell: (account) => <bdi>{account.name}</bdi> },
            { id: 'department', title: t('department'), cell: (account) => account.department },
            { id: 'liaison', title: t('liaison'), cell: (account) => account.liaison },
            ...(hasPersonal
              ? [{ id: 'personal', title: t('personal'), cell: (account: Account) => account.personal ?? '' }]
              : []),
            {
              id: 'stands',
              title: tc('column'),
              cell: (account) => <StandingCell channel={channels?.find((one) => one.account === account.id)} />,
            },
            {
              id: 'due',
              title: t('due'),
              cell: (account) => (
                <ReminderCell
                  account={account}
                  reminder={reminders?.find((reminder) => reminder.account === account.id)}
                />
              ),
            },
            {
              id: 'papers',
              title: tp('column'),
              tight: true,
              cell: (account) => (
                <PapersButton
                  subject={{ kind: 'account', id: String(account.id) }}
                  name={`@${account.handle}`}
                  count={papers.get(String(account.id)) ?? 0}
                />
              ),
            },
            {
              id: 'guide',
              title: t('guide'),
              tight: true,
              cell: (account) => (
                <a
                  href={address('imports', ['guide', account.platform])}
                  aria-label={t('howToGetOf', { handle: account.handle })}
                >
                  {t('howToGet')}
                </a>
              ),
            },
            {
              id: 'records',
              title: t('records'),
              number: true,
              cell: (account) => (
                <a href={address('records', [], { q: `account:${account.handle}` })}>{formatCount(account.records)}</a>
              ),
            },
          ]}
        />
      )}
      <Dialog title={t('add')} open={adding} onClose={() => setAdding(false)}>
        <AccountForm onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog title={t('takeInTitle')} open={taking} onClose={() => setTaking(false)} wide>
        <RegisterForm onDone={() => setTaking(false)} />
      </Dialog>
    </Page>
  )
}

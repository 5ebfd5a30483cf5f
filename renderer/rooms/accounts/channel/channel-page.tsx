// One account: its steps, what was asked for, its name, and the papers on it.
import { channelList } from '../../../../shared/contract/channel.ts'
import { AccountId } from '../../../../shared/domain/id.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/channel.ts'
import { platformWord } from '../../../locale/en/domain.ts'
import { translator } from '../../../locale/t.ts'
import { PapersButton, usePaperCounts } from '../../../papers/papers-button.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import { LogInListPart } from '../log-ins/log-in-list-part.tsx'
import { CapturesPart } from './captures-part.tsx'
import './channel.css'
import { CustodyPart } from './custody-part.tsx'
import { LoginPart } from './login-part.tsx'
import { NamePart } from './name-part.tsx'
import { RequestPart } from './request-part.tsx'
import { StateChip } from './state-chip.tsx'
import { StepsPart } from './steps-part.tsx'

const t = translator(en)

/** The page. @param number the account, as the address names it */
export function ChannelPage({ number }: { readonly number: string }) {
  const id = AccountId.safeParse(Number(number)).data
  const { accounts } = useVault()
  const account = id === undefined ? undefined : accounts.get(id)
  const { data, refusal } = useQuery(channelList, {}, ['accounts', 'people'], 500)
  const papers = usePaperCounts('account')
  const channel = data?.find((one) => one.account === id)
  const back = <a href={address('accounts')}>{t('back')}</a>
  if (account === undefined)
    return (
      <Page title={t('unknown')}>
        <Empty icon="account" title={t('unknown')} actions={back}>
          {t('unknownAbout')}
        </Empty>
      </Page>
    )
  const { handle, name, platform } = account
  return (
    <Page
      title={t('title', { handle })}
      about={t('about', { platform: [platformWord(platform), name].filter((words) => words !== '').join(' · ') })}
      actions={
        <>
          {back}
          <PapersButton
            subject={{ kind: 'account', id: String(account.id) }}
            name={`@${handle}`}
            count={papers.get(String(account.id)) ?? 0}
          />
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      {channel === undefined ? (
        <Waiting words={t('title', { handle })} />
      ) : (
        <div className="channel">
          <p className="channel-state">
            <StateChip state={channel.state} />
          </p>
          <NamePart channel={channel} />
          <StepsPart channel={channel} handle={handle} />
          <RequestPart channel={channel} />
          <CustodyPart account={account} />
          <LogInListPart account={account} />
          <CapturesPart account={account} />
          <LoginPart account={account} />
        </div>
      )}
    </Page>
  )
}

// What was captured of an account, the way to capture its page, and the log-in with which this desk sees it.
import { captureList } from '../../../../shared/contract/capture.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { SignInPart } from '../../../sign-in/sign-in-part.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import { address } from '../../../workspace/route.ts'

const t = translator(en)
/** Captures shown; the room has all. */
const FEW = 3

/** The parts; a personal account is not captured. */
export function CapturesPart({ account }: { readonly account: Account }) {
  const { zone } = useVault().summary
  const { data, refusal } = useQuery(captureList, { account: account.id }, ['captures'], 1000)
  if (account.personal !== undefined) return null
  const page = data?.find(({ way }) => way === 'page')?.scope.address ?? ''
  return (
    <>
      <Section
        title={t('captures')}
        actions={
          <>
            <a className="button" href={address('captures', [], { account: String(account.id), way: 'page' })}>
              {t('capturePage')}
            </a>
            <a className="button" href={address('captures', [], { account: String(account.id) })}>
              {t('capture')}
            </a>
          </>
        }
      >
        <RefusalNotice refusal={refusal} />
        {data?.length === 0 && <p className="soft">{t('capturesNone')}</p>}
        {data !== undefined && data.length > 0 && (
          <ul className="concerns">
            {data.slice(0, FEW).map(({ id, startedAt, sentence }) => (
              <li key={id}>
                <a href={address('captures', [id])}>{formatInstant(startedAt, zone, 'moment')}</a>{' '}
                <PlainText text={sentence === '' ? t('captureRuns') : sentence} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('pageLogIn')}>
        <SignInPart key={page} account={account.id} address={page} />
      </Section>
    </>
  )
}

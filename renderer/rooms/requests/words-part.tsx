// What a request asks for, and what answers it now.
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The part. */
export function WordsPart({ request }: { readonly request: RequestDetail }) {
  const { accounts } = useVault()
  return (
    <Section title={t('text')}>
      <p className="request-text" dir="auto">
        <PlainText text={request.text} />
      </p>
      <p>
        {t('records', { count: request.responsive })} ·{' '}
        <a href={address('records', [], { q: searchOf(request, accounts) })}>{t('look')}</a>
      </p>
      <p className="soft">{request.searched}</p>
      <p className="soft">{t('held', { count: request.held })}</p>
      {request.format !== '' && <p className="soft">{t('formatAsked', { format: request.format })}</p>}
      {request.contact !== '' && <p className="soft">{t('reached', { contact: request.contact })}</p>}
    </Section>
  )
}

/** The same as a search of the room Records, where one account or all are asked for. */
function searchOf(
  { search, accounts, from, to }: RequestDetail,
  register: ReadonlyMap<number, { readonly handle: string }>,
): string {
  const handle = accounts.length === 1 && accounts[0] !== undefined ? register.get(accounts[0])?.handle : undefined
  const parts = [search, handle && `account:${handle}`, from && `-before:${from}`, to && `-after:${to}`]
  return parts.filter(Boolean).join(' ')
}

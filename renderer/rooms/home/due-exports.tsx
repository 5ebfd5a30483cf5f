// The accounts whose exports are due, the longest waited for first.
import { accountReminders } from '../../../shared/contract/reminder.ts'
import { isDue } from '../../../shared/domain/reminder.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/home.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, todayIn } from '../../locale/time.ts'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The list; nothing where no export is due. */
export function DueExports() {
  const { summary, accounts } = useVault()
  const reminders = useQuery(accountReminders, {}, ['accounts', 'accessions'], 1000).data ?? []
  const today = todayIn(summary.zone)
  const due = reminders
    .filter((reminder) => isDue(reminder, today))
    .toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
  if (due.length === 0) return null
  return (
    <Section title={t('dueExports')} actions={<a href={address('accounts')}>{t('toAccounts')}</a>}>
      <ul className="attention">
        {due.map(({ account, due: since }) => {
          const platform = accounts.get(account)?.platform ?? ''
          return (
            <li key={account}>
              <a href={address('imports', ['guide', platform])} className="attention-item warn">
                <Icon name="inbox" />
                <span className="attention-title">
                  {t('due', {
                    handle: accounts.get(account)?.handle ?? '',
                    day: since === null ? '' : formatDay(since),
                  })}
                </span>
                <span className="soft">{t('dueAbout', { platform: platformWord(platform) })}</span>
                <Icon name="right" className="attention-go" />
              </a>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

// The room Home: the set-up list until it is done, what needs doing today, what the vault holds.
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/home.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import './home.css'
import { Lately } from './lately.tsx'
import { SetupList } from './setup-list.tsx'
import { TaskList } from './task-list.tsx'

const t = translator(en)

/** The room. */
export function HomeView() {
  const { summary } = useVault()
  return (
    <Page title={summary.city}>
      {summary.warnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
      <SetupList />
      <TaskList />
      {summary.counts.records > 0 && <Holdings />}
      <Lately />
    </Page>
  )
}

function Holdings() {
  const { counts } = useVault().summary
  const figures: readonly (readonly [word: string, count: number, room: string])[] = [
    [t('records'), counts.records, 'records'],
    [t('versions'), counts.versions, 'records'],
    [t('objects'), counts.objects, 'records'],
    [t('accountsCount'), counts.accounts, 'accounts'],
    [t('imports'), counts.accessions, 'imports'],
    [t('holds'), counts.holds, 'holds'],
  ]
  return (
    <Section title={t('holdings')}>
      <dl className="figures">
        {figures.map(([word, count, room]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              <a href={address(room)}>{formatCount(count)}</a>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

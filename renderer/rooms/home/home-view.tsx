// The room Home: the set-up list until it is done, what wants attention, what the vault holds.
import { accessionList } from '../../../shared/contract/intake.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/home.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { DueExports } from './due-exports.tsx'
import './home.css'
import { Lately } from './lately.tsx'
import { OpenRequests } from './open-requests.tsx'
import { SetupList } from './setup-list.tsx'

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
      <Attention />
      <OpenRequests />
      <DueExports />
      {summary.counts.records > 0 && <Holdings />}
      <Lately />
    </Page>
  )
}

function Attention() {
  const { counts, interrupted } = useVault().summary
  const accessions = useQuery(accessionList, {}, ['accessions'], 1000).data ?? []
  const unexplained = accessions.filter((accession) => accession.unexplained > 0).length
  const items: Item[] = [
    {
      ...{ count: interrupted.length, icon: 'warning', tone: 'warn', to: address('jobs') },
      ...{ title: t('interrupted', { count: interrupted.length }), about: t('interruptedAbout') },
    },
    {
      ...{ count: unexplained, icon: 'bad', tone: 'bad', to: address('imports') },
      ...{ title: t('unexplained', { count: unexplained }), about: t('unexplainedAbout') },
    },
    {
      ...{ count: counts.untagged, icon: 'tag', tone: 'plain', to: address('records', [], { q: 'untagged' }) },
      ...{ title: t('untagged', { count: counts.untagged }), about: t('untaggedAbout') },
    },
  ]
  const wanted = items.filter((item) => item.count > 0)
  if (wanted.length === 0 && counts.records === 0) return null
  return (
    <Section title={t('attention')}>
      {wanted.length === 0 && <p className="soft">{t('allQuiet')}</p>}
      <ul className="attention">
        {wanted.map((item) => (
          <li key={item.to}>
            <a href={item.to} className={`attention-item ${item.tone}`}>
              <Icon name={item.icon} />
              <span className="attention-title">{item.title}</span>
              <span className="soft">{item.about}</span>
              <Icon name="right" className="attention-go" />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface Item {
  readonly count: number
  readonly icon: IconName
  readonly tone: 'plain' | 'warn' | 'bad'
  readonly to: string
  readonly title: string
  readonly about: string
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

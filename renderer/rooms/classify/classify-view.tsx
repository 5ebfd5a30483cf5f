// Classify: one record after another, many at once by a search, or by rules.
import type { ComponentType } from 'react'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/classify.ts'
import { translator } from '../../locale/t.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { address, useRoute } from '../../workspace/route.ts'
import { BulkView } from './bulk/bulk-view.tsx'
import './classify.css'
import { QueueView } from './queue/queue-view.tsx'
import { StoppedPart } from './queue/stopped-part.tsx'
import { RulesView } from './rules/rules-view.tsx'

const t = translator(en)

const ways = ['queue', 'bulk', 'rules'] as const
type Way = (typeof ways)[number]
const views: Readonly<Record<Way, ComponentType>> = {
  queue: QueueView,
  bulk: BulkView,
  rules: RulesView,
}

/** The room. */
export function ClassifyView() {
  const { counts } = useVault().summary
  const [asked] = useRoute().path
  const way = ways.find((one) => one === asked) ?? 'queue'
  if (counts.schedules === 0) {
    return (
      <Page title={t('title')} about={t('about')}>
        <Notice tone="info" actions={<a href={address('schedule')}>{t('toSchedule')}</a>}>
          {t('needSchedule')}
        </Notice>
      </Page>
    )
  }
  const View = views[way]
  return (
    <Page
      title={t('title')}
      about={(counts.untagged ?? 0) > 0 ? t('untagged', { count: counts.untagged ?? 0 }) : t('allTagged')}
      full={way === 'queue'}
      actions={<Ways way={way} />}
    >
      <StoppedPart />
      <View />
    </Page>
  )
}

function Ways({ way }: { readonly way: Way }) {
  return (
    <nav className="ways" aria-label={t('ways')}>
      {ways.map((one) => (
        <a
          key={one}
          href={address('classify', one === 'queue' ? [] : [one])}
          aria-current={one === way ? 'page' : undefined}
        >
          {t(one)}
        </a>
      ))}
    </nav>
  )
}

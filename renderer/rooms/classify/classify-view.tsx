// Classify: what has no series yet, by a search, by rules.
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/classify.ts'
import { translator } from '../../locale/t.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { BySearch } from './by-search.tsx'
import { RulesPart } from './rules-part.tsx'

const t = translator(en)

/** The room. */
export function ClassifyView() {
  const { counts } = useVault().summary
  if (counts.schedules === 0) {
    return (
      <Page title={t('title')} about={t('about')}>
        <Notice tone="info" actions={<a href={address('schedule')}>{t('toSchedule')}</a>}>
          {t('needSchedule')}
        </Notice>
      </Page>
    )
  }
  return (
    <Page title={t('title')} about={t('about')}>
      {counts.untagged > 0 ? (
        <p className="large-words">
          {t('untagged', { count: counts.untagged })} ·{' '}
          <a href={address('records', [], { q: 'untagged' })}>{t('look')}</a>
        </p>
      ) : (
        <Notice tone="good">{t('allTagged')}</Notice>
      )}
      <RulesPart />
      <BySearch />
    </Page>
  )
}

// The City's own facts, which stay as they were given.
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Section } from '../../ui/page.tsx'

const t = translator(en)

/** The part. */
export function CityPart() {
  const { summary } = useVault()
  return (
    <>
      <Section title={t('city')}>
        <dl className="facts">
          <div>
            <dt>{t('city')}</dt>
            <dd>{summary.city}</dd>
          </div>
          <div>
            <dt>{t('zone')}</dt>
            <dd>{summary.zone.replaceAll('_', ' ')}</dd>
          </div>
          <div>
            <dt>{t('format')}</dt>
            <dd>{summary.formatVersion}</dd>
          </div>
        </dl>
        <p className="soft">{t('cityFixed')}</p>
      </Section>
      <Section title={t('zoneFixed')}>
        <p className="soft">{t('zoneFixedAbout')}</p>
      </Section>
    </>
  )
}

// The City's own facts: its name, which stays, and its time zone.
import { useState } from 'react'
import { shellState } from '../../client/session.ts'
import { useStore } from '../../client/store.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { ZoneForm } from './zone-form.tsx'
import { ZoneHistory } from './zone-history.tsx'

const t = translator(en)

/** The part. */
export function CityPart() {
  const { summary } = useVault()
  const [changing, setChanging] = useState(false)
  const reading = useStore(shellState)?.reading ?? null
  return (
    <>
      <Section title={t('city')}>
        <dl className="facts">
          <div>
            <dt>{t('city')}</dt>
            <dd>{summary.city}</dd>
          </div>
          <div>
            <dt>{t('format')}</dt>
            <dd>{summary.formatVersion}</dd>
          </div>
        </dl>
        <p className="soft">{t('cityFixed')}</p>
      </Section>
      <Section title={t('zone')}>
        <p>
          <strong>{summary.zone.replaceAll('_', ' ')}</strong>
        </p>
        <p className="soft">{t('zoneAbout')}</p>
        {reading === null && (
          <div className="form-actions start">
            <Button icon="city" onPress={() => setChanging(true)}>
              {t('zoneChange')}
            </Button>
          </div>
        )}
        <Dialog title={t('zoneChange')} open={changing} onClose={() => setChanging(false)}>
          <ZoneForm onDone={() => setChanging(false)} />
        </Dialog>
      </Section>
      <ZoneHistory />
    </>
  )
}

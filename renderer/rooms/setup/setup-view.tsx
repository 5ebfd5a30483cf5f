// The City's own facts, its people, and what keeps the vault safe.
import { useState } from 'react'
import { vaultBackup, vaultVerify } from '../../../shared/contract/vault.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseBackupFolder } from '../../client/grants.ts'
import { useVault } from '../../client/vault.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/setup.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { PersonForm } from './person-form.tsx'

const t = translator(en)

/** The room. */
export function SetupView() {
  const { summary, people } = useVault()
  return (
    <Page title={t('title')} about={t('about')}>
      <Section title={t('people')}>
        <p className="soft">{t('peopleAbout')}</p>
        {people.size > 0 && (
          <DataTable
            label={t('people')}
            rows={[...people.values()]}
            keyOf={(person) => person.id}
            columns={[
              { id: 'name', title: t('name'), heading: true, cell: (person) => person.name },
              { id: 'title', title: t('personTitle'), cell: (person) => person.title },
              { id: 'role', title: t('role'), cell: (person) => word(person.role) },
            ]}
          />
        )}
        <PersonForm />
      </Section>
      <Safety />
      <Section title={t('theVault')}>
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
      </Section>
    </Page>
  )
}

function Safety() {
  const [begun, setBegun] = useState(false)
  const verify = useAction(async () => {
    await start(vaultVerify, {})
    setBegun(true)
  })
  const backup = useAction(async () => {
    const folder = await chooseBackupFolder()
    if (!folder) return
    await start(vaultBackup, { to: folder.grant })
    setBegun(true)
  })
  return (
    <Section title={t('safety')}>
      <RefusalNotice refusal={verify.refusal ?? backup.refusal} />
      <ul className="cards two">
        <li className="card">
          <p className="soft">{t('verifyAbout')}</p>
          <Button icon="shield" onPress={() => void verify.go()} busy={verify.busy}>
            {t('verify')}
          </Button>
        </li>
        <li className="card">
          <p className="soft">{t('backupAbout')}</p>
          <Button icon="copy" onPress={() => void backup.go()} busy={backup.busy}>
            {t('backup')}
          </Button>
        </li>
      </ul>
      {begun && (
        <Notice tone="info">
          <a href={address('jobs')}>{t('started')}</a>
        </Notice>
      )}
    </Section>
  )
}

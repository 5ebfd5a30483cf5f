// What keeps the vault safe: checking it and copying it.
import { useState } from 'react'
import { vaultBackup } from '../../../shared/contract/backup.ts'
import { vaultSetup } from '../../../shared/contract/desk.ts'
import { vaultProtection } from '../../../shared/contract/protection.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseBackupFolder } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en as sealedCopy } from '../../locale/en/sealed-copy.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { MovePart } from './move-part.tsx'
import { PassphrasePart } from './passphrase-part.tsx'
import { ProtectionPart } from './protection-part.tsx'
import { SealedCopyForm } from './sealed-copy-form.tsx'

const t = translator(en)
const sealedWords = translator(sealedCopy)

/** The part. */
export function SafetyPart() {
  const { zone } = useVault().summary
  const state = useQuery(vaultSetup, {}, ['jobs'], 1000).data
  const own = useQuery(vaultProtection, {}, []).data?.passphrase
  const [begun, setBegun] = useState(false)
  const [sealing, setSealing] = useState(false)
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
    <>
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
            <p className="soft">
              {t('backupAbout')}{' '}
              {state &&
                (state.lastBackup === null
                  ? t('noBackup')
                  : t('lastBackup', { day: formatInstant(state.lastBackup, zone, 'moment') }))}
            </p>
            <Button icon="copy" onPress={() => void backup.go()} busy={backup.busy}>
              {t('backup')}
            </Button>
          </li>
          {/* A vault under a passphrase of its own is not held in a file under another: its folder's copy is encrypted. */}
          {own === false && (
            <li className="card">
              <p className="soft">{sealedWords('about')}</p>
              <Button icon="lock" onPress={() => setSealing(true)}>
                {sealedWords('open')}
              </Button>
            </li>
          )}
        </ul>
        <Dialog title={sealedWords('title')} open={sealing} onClose={() => setSealing(false)}>
          <SealedCopyForm
            onBegun={() => {
              setSealing(false)
              setBegun(true)
            }}
            onCancel={() => setSealing(false)}
          />
        </Dialog>
        {begun && (
          <Notice tone="info">
            <a href={address('jobs')}>{t('started')}</a>
          </Notice>
        )}
      </Section>
      <PassphrasePart />
      <ProtectionPart />
      <MovePart />
    </>
  )
}

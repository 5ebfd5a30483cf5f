// A backup as one encrypted file: its passphrase, chosen or made, is judged while it is typed and kept nowhere.
import type { FormEvent } from 'react'
import { backupKey, vaultBackupSealed } from '../../../shared/contract/backup.ts'
import { useAction } from '../../client/action.ts'
import { ask, start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/sealed-copy.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { FormEnd } from '../../ui/form-end.tsx'
import { NewPassphraseFields, useNewPassphrase } from '../../ui/new-passphrase.tsx'

const t = translator(en)

interface Props {
  readonly onBegun: () => void
  readonly onCancel: () => void
}

/** The form. */
export function SealedCopyForm({ onBegun, onCancel }: Props) {
  const { city, zone } = useVault().summary
  const chosen = useNewPassphrase([city])
  const making = useAction(async () => {
    const target = await chooseTarget(`${city} ${todayIn(zone)}.zip`)
    if (target === null) return
    await start(vaultBackupSealed, { ...(await ask(backupKey, { passphrase: chosen.passphrase })), to: target.grant })
    onBegun()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void making.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('explain')}</p>
      <NewPassphraseFields chosen={chosen} />
      <FormEnd action={making} cancel={t('cancel')} onCancel={onCancel} disabled={!chosen.ready}>
        {t('go')}
      </FormEnd>
    </form>
  )
}

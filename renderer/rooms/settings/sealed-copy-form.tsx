// A backup as one encrypted file: its passphrase, chosen or made, is judged while it is typed and kept nowhere.
import { type FormEvent, useState } from 'react'
import { backupKey, vaultBackupSealed } from '../../../shared/contract/backup.ts'
import { passphraseFrom, whyGuessed } from '../../../shared/text/passphrase.ts'
import { useAction } from '../../client/action.ts'
import { ask, start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/sealed-copy.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly onBegun: () => void
  readonly onCancel: () => void
}

/** The form. */
export function SealedCopyForm({ onBegun, onCancel }: Props) {
  const { city, zone } = useVault().summary
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [made, setMade] = useState(false)
  const [kept, setKept] = useState(false)
  const why = passphrase === '' ? null : whyGuessed(passphrase, [city])
  const differs = again !== '' && again !== passphrase
  const making = useAction(async () => {
    const target = await chooseTarget(`${city} ${todayIn(zone)}.zip`)
    if (target === null) return
    await start(vaultBackupSealed, { ...(await ask(backupKey, { passphrase })), to: target.grant })
    onBegun()
  })
  const makeOne = () => {
    const one = passphraseFrom((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
    setPassphrase(one)
    setAgain(one)
    setMade(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void making.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('explain')}</p>
      <div className="form-actions start">
        <Button icon="lock" onPress={makeOne}>
          {t('make')}
        </Button>
      </div>
      <Field
        label={t('passphrase')}
        type={made ? 'text' : 'password'}
        value={passphrase}
        onChange={(words) => {
          setPassphrase(words)
          setMade(false)
        }}
        error={why ?? undefined}
        required
      />
      {made ? (
        <Notice tone="info">{t('made')}</Notice>
      ) : (
        <Field
          label={t('again')}
          type="password"
          value={again}
          onChange={setAgain}
          error={differs ? t('differs') : undefined}
          required
        />
      )}
      <label className="check">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} />
        <span>{t('kept')}</span>
      </label>
      <FormEnd
        action={making}
        cancel={t('cancel')}
        onCancel={onCancel}
        disabled={passphrase === '' || why !== null || again !== passphrase || !kept}
      >
        {t('go')}
      </FormEnd>
    </form>
  )
}

// The form that creates a vault: the city and its time zone.
import { type FormEvent, useMemo, useState } from 'react'
import type { VaultLocks } from '../../shared/contract/key.ts'
import { en } from '../locale/en/app.ts'
import { en as passphrase } from '../locale/en/passphrase.ts'
import { translator } from '../locale/t.ts'
import { USUAL_ZONE, zoneChoices } from '../locale/zones.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { isRecoveryKey, NewPassphraseFields, RecoveryField, useNewPassphrase } from '../ui/new-passphrase.tsx'
import { SearchPicker } from '../ui/picker.tsx'

const t = translator(en)
const words = translator(passphrase)

interface Props {
  readonly busy: boolean
  readonly onBack: () => void
  readonly onCreate: (city: string, zone: string, locks: VaultLocks | null) => void
}

/** The form. */
export function CreateVault({ busy, onBack, onCreate }: Props) {
  const [city, setCity] = useState('')
  const [zone, setZone] = useState(USUAL_ZONE)
  const [locked, setLocked] = useState(false)
  const chosen = useNewPassphrase([city])
  const [recovery, setRecovery] = useState('')
  const ready = !locked || (chosen.ready && isRecoveryKey(recovery))
  const zones = useMemo(zoneChoices, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (city.trim() === '' || !ready) return
    const recipient = recovery.trim() === '' ? null : recovery.trim()
    onCreate(city.trim(), zone, locked ? { passphrase: chosen.passphrase, recipient } : null)
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('city')} value={city} onChange={setCity} hint={t('cityHint')} required autoFocus />
      <SearchPicker label={t('zone')} choices={zones} value={zone} onChange={setZone} hint={t('zoneHint')} required />
      <label className="check">
        <input type="checkbox" checked={locked} onChange={(event) => setLocked(event.target.checked)} />
        <span>{words('put')}</span>
      </label>
      {locked && (
        <>
          <p className="soft">{words('putAbout')}</p>
          <NewPassphraseFields chosen={chosen} />
          <RecoveryField value={recovery} onChange={setRecovery} />
        </>
      )}
      <div className="form-actions">
        <Button look="quiet" onPress={onBack}>
          {t('back')}
        </Button>
        <Button look="strong" submit busy={busy} disabled={!ready}>
          {t('choosePlace')}
        </Button>
      </div>
    </form>
  )
}

// The form that creates a vault: the city and its time zone.
import { type FormEvent, useMemo, useState } from 'react'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { USUAL_ZONE, zoneChoices } from '../locale/zones.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { SearchPicker } from '../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly busy: boolean
  readonly onBack: () => void
  readonly onCreate: (city: string, zone: string) => void
}

/** The form. */
export function CreateVault({ busy, onBack, onCreate }: Props) {
  const [city, setCity] = useState('')
  const [zone, setZone] = useState(USUAL_ZONE)
  const zones = useMemo(zoneChoices, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (city.trim() !== '') onCreate(city.trim(), zone)
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('city')} value={city} onChange={setCity} hint={t('cityHint')} required autoFocus />
      <SearchPicker label={t('zone')} choices={zones} value={zone} onChange={setZone} hint={t('zoneHint')} required />
      <div className="form-actions">
        <Button look="quiet" onPress={onBack}>
          {t('back')}
        </Button>
        <Button look="strong" submit busy={busy}>
          {t('choosePlace')}
        </Button>
      </div>
    </form>
  )
}

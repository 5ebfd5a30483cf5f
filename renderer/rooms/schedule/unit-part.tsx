// What is kept and destroyed together, how that was decided, and recording the City Attorney's decision.
import { type FormEvent, useState } from 'react'
import { retentionUnit, retentionUnitShow } from '../../../shared/contract/retention.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { KeptUnit } from '../../../shared/domain/retention/unit.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker, SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

/** The line under the authority of the schedule, with the dialog behind it. */
export function UnitPart() {
  const shown = useQuery(retentionUnitShow, {}, ['schedule'], 2000).data
  const [deciding, setDeciding] = useState(false)
  if (!shown) return null
  const [newest] = shown.decisions
  return (
    <p className="unit-part">
      <strong>{t(`unit.${shown.unit}`)}</strong>{' '}
      <span className="soft">
        {newest
          ? t('unitDecided', { name: newest.attorney, day: formatDay(newest.decidedOn), reason: newest.reason })
          : t('unitUsual')}
      </span>{' '}
      <Button look="quiet" onPress={() => setDeciding(true)}>
        {t('decideUnit')}
      </Button>
      <Dialog title={t('unitTitle')} open={deciding} onClose={() => setDeciding(false)}>
        <UnitForm onDone={() => setDeciding(false)} />
      </Dialog>
    </p>
  )
}

function UnitForm({ onDone }: { readonly onDone: () => void }) {
  const { people } = useVault()
  const [unit, setUnit] = useState<KeptUnit>('thread')
  const [attorney, setAttorney] = useState<string | null>(null)
  const [decidedOn, setDecidedOn] = useState('')
  const [reason, setReason] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const [document, setDocument] = useState<ChosenFile | null>(null)
  const recording = useAction(async () => {
    if (attorney === null) return
    await run(retentionUnit, { unit, attorney: PersonId.parse(attorney), decidedOn, reason, document, second })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void recording.go()
  }
  const attorneys = [...people.values()].filter(({ role }) => role === 'city-attorney')
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('unitAbout')}</p>
      <Picker
        label={t('unit')}
        value={unit}
        onChange={(id) => setUnit(KeptUnit.parse(id))}
        choices={KeptUnit.options.map((id) => ({ id, label: t(`unit.${id}`) }))}
      />
      <SearchPicker
        label={t('unitWith')}
        value={attorney}
        onChange={setAttorney}
        hint={t('unitWithHint')}
        choices={attorneys.map(({ id, name, title }) => ({ id, label: name, detail: title }))}
        required
      />
      <Field type="date" label={t('unitOn')} value={decidedOn} onChange={setDecidedOn} required />
      <Field label={t('unitReason')} value={reason} onChange={setReason} required />
      <FileField label={t('unitPaper')} choose={t('chooseFile')} value={document} onChange={setDocument} />
      <SecondPerson value={second} onChange={setSecond} />
      <FormEnd action={recording} cancel={t('cancel')} onCancel={onDone} disabled={attorney === null}>
        {t('unitRecord')}
      </FormEnd>
    </form>
  )
}

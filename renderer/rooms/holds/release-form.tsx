// Releasing a hold by a written release.
import { type FormEvent, useState } from 'react'
import { holdRelease } from '../../../shared/contract/hold.ts'
import type { Hold } from '../../../shared/domain/disposition/hold.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { usePeopleHere } from '../../client/vault.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly hold: Hold
  readonly onDone: () => void
}

/** The form. */
export function ReleaseForm({ hold, onDone }: Props) {
  const people = usePeopleHere()
  const [releasedBy, setReleasedBy] = useState<string | null>(null)
  const [document, setDocument] = useState<ChosenFile | null>(null)
  const releasing = useAction(async () => {
    if (!document || releasedBy === null) return
    await run(holdRelease, { id: hold.id, releasedBy, document })
    onDone()
  })
  const attorneys = people.filter(({ role }) => role === 'city-attorney')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void releasing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p>
        <strong>
          <bdi>{hold.label}</bdi>
        </strong>
      </p>
      <p className="soft">{t('releaseAbout')}</p>
      <SearchPicker
        label={t('releasedBy')}
        value={releasedBy}
        onChange={setReleasedBy}
        hint={t('releasedByHint')}
        choices={attorneys.map(({ id, name, title, role }) => ({
          id,
          label: name,
          detail: title || word(role),
        }))}
        required
      />
      <FileField label={t('document')} choose={t('chooseFile')} value={document} onChange={setDocument} />
      <FormEnd
        action={releasing}
        cancel={t('cancel')}
        onCancel={onDone}
        danger
        disabled={document === null || releasedBy === null}
      >
        {t('releaseTitle')}
      </FormEnd>
    </form>
  )
}

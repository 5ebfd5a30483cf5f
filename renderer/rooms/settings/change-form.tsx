// Giving a person another name, title or role, for a reason; who acted no more acts again.
import { type FormEvent, useState } from 'react'
import { type ListedPerson, personChange } from '../../../shared/contract/people.ts'
import { Role } from '../../../shared/domain/people/person.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly person: ListedPerson
  readonly onDone: () => void
}

/** The form. */
export function ChangeForm({ person, onDone }: Props) {
  const [draft, setDraft] = useState({ name: person.name, title: person.title, role: person.role, reason: '' })
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const changing = useAction(async () => {
    await run(personChange, { id: person.id, ...draft })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void changing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('changeAbout', { name: person.name })}</p>
      <div className="form-row">
        <Field label={t('name')} value={draft.name} onChange={(name) => set({ name })} required />
        <Field label={t('personTitle')} value={draft.title} onChange={(title) => set({ title })} />
      </div>
      <Picker
        label={t('role')}
        value={draft.role}
        onChange={(id) => set({ role: Role.parse(id) })}
        choices={Role.options.map((id) => ({ id, label: word(id) }))}
      />
      <Field label={t('reason')} value={draft.reason} onChange={(reason) => set({ reason })} required autoFocus />
      <FormEnd action={changing} cancel={t('cancel')} onCancel={onDone}>
        {t(person.endedAt === undefined ? 'changeDo' : 'backDo')}
      </FormEnd>
    </form>
  )
}

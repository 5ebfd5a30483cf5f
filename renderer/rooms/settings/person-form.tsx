// The form that adds a person to the vault.
import { type FormEvent, useState } from 'react'
import { personAdd } from '../../../shared/contract/people.ts'
import { type Person, Role } from '../../../shared/domain/people/person.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { personIdFrom } from './person-id.ts'

const t = translator(en)

/** The form; `onAdded` hears of the person once the vault has them. */
export function PersonForm({ onAdded }: { readonly onAdded?: (person: Person) => void }) {
  const { people } = useVault()
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [role, setRole] = useState<Role>('records-clerk')
  const adding = useAction(async () => {
    const id = personIdFrom(name, [...people.keys()])
    const person = await run(personAdd, { id, name, title, role })
    setName('')
    setTitle('')
    onAdded?.(person)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void adding.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <Field label={t('name')} value={name} onChange={setName} required />
        <Field label={t('personTitle')} value={title} onChange={setTitle} />
      </div>
      <Picker
        label={t('role')}
        value={role}
        onChange={(id) => setRole(Role.parse(id))}
        choices={Role.options.map((id) => ({ id, label: word(id) }))}
      />
      <RefusalNotice refusal={adding.refusal} />
      <div className="form-actions">
        <Button look="strong" submit busy={adding.busy}>
          {t('add')}
        </Button>
      </div>
    </form>
  )
}

// Writing an entry of a register down: each register has its own few fields.
import { type FormEvent, useState } from 'react'
import { officeLeaving, officeWrite } from '../../../shared/contract/office.ts'
import { OfficeSaid } from '../../../shared/domain/office.ts'
import { useAction } from '../../client/action.ts'
import { ask, run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'
import { type FieldSpec, registers, type Writable } from './fields.ts'

const t = translator(en)

/** The form. */
export function EntryForm({ onDone }: { readonly onDone: () => void }) {
  const { accounts } = useVault()
  const [kind, setKind] = useState<Writable>('change')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [account, setAccount] = useState('')
  const { fields, hint } = registers[kind]
  const saving = useAction(async () => {
    const given = fields.map(({ id, choices }) => [id, (values[id] ?? '').trim() || (choices?.[0]?.id ?? '')] as const)
    const items = kind === 'departure' ? { items: await ask(officeLeaving, { person: values.person ?? '' }) } : {}
    const said = OfficeSaid.parse({ kind, ...items, ...Object.fromEntries(given.filter(([, value]) => value !== '')) })
    await run(officeWrite, { id: null, account: account === '' ? null : Number(account), said })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  const none = { id: '', label: t('noAccount') }
  const choices = [...accounts.values()].map(({ id, handle }) => ({ id: String(id), label: `@${handle}` }))
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <Picker
          label={t('register')}
          value={kind}
          onChange={(id) => setKind(known(id))}
          choices={Object.keys(registers).map((id) => ({ id, label: t(`kind.${known(id)}`) }))}
          {...(hint === undefined ? {} : { hint })}
        />
        <Picker label={t('account')} value={account} onChange={setAccount} choices={[none, ...choices]} />
      </div>
      {fields.map((field) => (
        <One
          key={`${kind} ${field.id}`}
          field={field}
          value={values[field.id] ?? ''}
          onChange={(value) => setValues((before) => ({ ...before, [field.id]: value }))}
        />
      ))}
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('save')}
      </FormEnd>
    </form>
  )
}

function known(id: string): Writable {
  return id === 'liaison' || id === 'departure' || id === 'paper' || id === 'credential' || id === 'custody'
    ? id
    : 'change'
}

interface OneProps {
  readonly field: FieldSpec
  readonly value: string
  readonly onChange: (value: string) => void
}

function One({ field: { label, choices, lines, date, required }, value, onChange }: OneProps) {
  if (choices)
    return <Picker label={label} value={value || (choices[0]?.id ?? '')} onChange={onChange} choices={choices} />
  return (
    <Field
      label={label}
      value={value}
      onChange={onChange}
      required={required === true}
      {...(date ? { type: 'date' as const } : {})}
      {...(lines === undefined ? {} : { lines })}
    />
  )
}

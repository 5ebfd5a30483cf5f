// Writing an entry of a register down, or another wording of one: each register has its own few fields.
import { type FormEvent, useState } from 'react'
import { type OfficeEntry, officeLeaving, officeWrite } from '../../../shared/contract/office.ts'
import { type HandedOver, OfficeSaid } from '../../../shared/domain/office/office.ts'
import { useAction } from '../../client/action.ts'
import { ask, run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'
import { type FieldSpec, registers, type Writable } from './fields.ts'
import { ItemsField } from './items-field.tsx'
import { Wordings } from './wordings.tsx'

const t = translator(en)
type Values = Readonly<Record<string, string>>

interface Props {
  /** The entry that gets another wording; undefined begins one. */
  readonly entry?: OfficeEntry
  readonly onDone: () => void
}

/** The form. */
export function EntryForm({ entry, onDone }: Props) {
  const [kind, setKind] = useState<Writable>(() => known(entry?.said.kind ?? 'change'))
  const [values, setValues] = useState<Values>(() => valuesOf(entry))
  const [account, setAccount] = useState(String(entry?.account ?? ''))
  const [items, setItems] = useState<readonly HandedOver[]>(entry?.said.kind === 'departure' ? entry.said.items : [])
  const { fields, hint, account: ofAccount } = registers[kind]
  const saving = useAction(async () => {
    const given = fields.map(({ id, choices }) => [id, (values[id] ?? '').trim() || (choices?.[0]?.id ?? '')] as const)
    const held = entry === undefined ? await heldBy(kind, values.person ?? '') : items
    const handed = kind === 'departure' ? { items: held } : {}
    const said = OfficeSaid.parse({ kind, ...handed, ...Object.fromEntries(given.filter(([, value]) => value !== '')) })
    await run(officeWrite, {
      id: entry?.id ?? null,
      account: account === '' || !ofAccount ? null : Number(account),
      said,
    })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      {entry === undefined ? (
        <KindFields {...{ kind, hint }} account={ofAccount ? account : null} onKind={setKind} onAccount={setAccount} />
      ) : (
        <p className="soft">{t('changeAbout')}</p>
      )}
      {fields.map((field) => (
        <One
          key={`${kind} ${field.id}`}
          field={field}
          value={values[field.id] ?? ''}
          onChange={(value) => setValues((before) => ({ ...before, [field.id]: value }))}
        />
      ))}
      {entry !== undefined && kind === 'departure' && <ItemsField items={items} onChange={setItems} />}
      {entry !== undefined && entry.wordings > 1 && <Wordings entry={entry} />}
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('save')}
      </FormEnd>
    </form>
  )
}

interface KindProps {
  readonly kind: Writable
  readonly hint: string | undefined
  /** Null where the register is about none. */
  readonly account: string | null
  readonly onKind: (kind: Writable) => void
  readonly onAccount: (account: string) => void
}

function KindFields({ kind, hint, account, onKind, onAccount }: KindProps) {
  const { accounts } = useVault()
  const none = { id: '', label: t('noAccount') }
  const choices = [...accounts.values()].map(({ id, handle }) => ({ id: String(id), label: `@${handle}` }))
  return (
    <div className="form-row">
      <Picker
        label={t('register')}
        value={kind}
        onChange={(id) => onKind(known(id))}
        choices={Object.keys(registers).map((id) => ({ id, label: t(`kind.${known(id)}`) }))}
        {...(hint === undefined ? {} : { hint })}
      />
      {account !== null && (
        <Picker label={t('account')} value={account} onChange={onAccount} choices={[none, ...choices]} />
      )}
    </div>
  )
}

/** Of one who leaves, everything that the registers say they hold. */
async function heldBy(kind: Writable, person: string): Promise<readonly HandedOver[]> {
  return kind === 'departure' ? ask(officeLeaving, { person }) : []
}

function valuesOf(entry: OfficeEntry | undefined): Values {
  if (entry === undefined) return {}
  return Object.fromEntries(
    Object.entries(entry.said).flatMap(([id, value]) => (typeof value === 'string' ? [[id, value]] : [])),
  )
}

function known(id: string): Writable {
  return Object.keys(registers).find((one): one is Writable => one === id) ?? 'change'
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

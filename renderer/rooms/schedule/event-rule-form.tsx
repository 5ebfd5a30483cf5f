// One standing rule for the day of an event, as it is written.
import { type FormEvent, type ReactNode, useState } from 'react'
import { EventRule, type EventSource } from '../../../shared/domain/retention/event-rule.ts'
import type { LegendEntry } from '../../../shared/domain/schedule/legend.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/event-rules.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker, SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

const SOURCES = (['day', 'account-dissolved', 'request-closed'] as const).map((id) => ({
  id,
  label: t(`source.${id}`),
}))

interface Props extends Pick<Parameters<typeof FormEnd>[0], 'action' | 'onCancel'> {
  /** The codes of the legend that wait for an event. */
  readonly codes: readonly LegendEntry[]
  /** Stands before the end of the form. */
  readonly besides: ReactNode
  readonly onRule: (rule: EventRule) => void
}

/** The form. */
export function EventRuleForm({ codes, besides, onRule, ...end }: Props) {
  const { accounts } = useVault()
  const [name, setName] = useState('')
  const [code, setCode] = useState<string | null>(codes.length === 1 ? (codes[0]?.code ?? null) : null)
  const [kind, setKind] = useState<EventSource['kind']>('day')
  const [on, setOn] = useState('')
  const [account, setAccount] = useState<string | null>(null)
  const [since, setSince] = useState('')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const day = LocalDate.safeParse(on).data
  const source: EventSource | undefined =
    kind === 'day' ? (day === undefined ? undefined : { kind, on: day }) : { kind }
  const rule = EventRule.safeParse({
    ...{ name, code, source, reason },
    ...{ accounts: account === null ? [] : [Number(account)], since: since || null, until: until || null },
  }).data
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (rule !== undefined) onRule(rule)
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('name')} value={name} onChange={setName} required autoFocus />
      <Picker
        label={t('code')}
        value={code}
        onChange={setCode}
        placeholder={t('choose')}
        choices={codes.map((entry) => ({ id: entry.code, label: `${entry.code}: ${entry.meaning}` }))}
        required
      />
      <Picker
        label={t('source')}
        value={kind}
        onChange={(id) => setKind(SOURCES.find((one) => one.id === id)?.id ?? kind)}
        choices={SOURCES}
      />
      {kind === 'day' && <Field type="date" label={t('on')} value={on} onChange={setOn} required />}
      <SearchPicker
        label={t('account')}
        hint={t('accountHint')}
        value={account}
        onChange={setAccount}
        choices={[...accounts.values()].map(({ id, handle, platform }) => ({
          ...{ id: String(id), label: `@${handle}`, detail: platform },
        }))}
      />
      <div className="form-row">
        <Field type="date" label={t('since')} value={since} onChange={setSince} hint={t('madeHint')} />
        <Field type="date" label={t('until')} value={until} onChange={setUntil} />
      </div>
      <Field label={t('reason')} value={reason} onChange={setReason} required />
      {besides}
      <FormEnd {...end} cancel={t('cancel')} disabled={rule === undefined}>
        {t('save')}
      </FormEnd>
    </form>
  )
}

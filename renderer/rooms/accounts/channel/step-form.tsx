// The form that writes the next step of an account down.
import { type FormEvent, useState } from 'react'
import { type Channel, channelStep } from '../../../../shared/contract/channel.ts'
import { noteList } from '../../../../shared/contract/note.ts'
import { ChannelState, nextStates } from '../../../../shared/domain/account/channel.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'
import { todayIn } from '../../../locale/time.ts'
import { SecondPerson } from '../../../record/second-person.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Picker } from '../../../ui/picker.tsx'

const t = translator(en)
const NONE = 'none'

/** The form; `onDone` is called when the vault has the step or the clerk gives up. */
export function StepForm({ channel, onDone }: { readonly channel: Channel; readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const { account } = channel
  const states = nextStates(channel.state)
  const subject = { kind: 'account' as const, id: String(account) }
  const files =
    useQuery(noteList, { subject }, ['notes']).data?.attachments.filter((one) => one.takenBack === null) ?? []
  const [state, setState] = useState<ChannelState>(states[0] ?? 'draft')
  const [said, setSaid] = useState({ by: '', document: '', file: NONE, note: '', withoutExport: '' })
  const [on, setOn] = useState(todayIn(zone))
  const [lastUsed, setLastUsed] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const saving = useAction(async () => {
    const { file, ...words } = said
    await run(channelStep, {
      ...{ ...words, account, state, on: LocalDate.parse(on) },
      attachment: file === NONE ? null : Number(file),
      lastUsed: LocalDate.safeParse(lastUsed).data ?? null,
      second,
    })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <Picker
          label={t('next')}
          value={state}
          onChange={(id) => setState(ChannelState.parse(id))}
          choices={states.map((id) => ({ id, label: t(id) }))}
        />
        <Field label={t('onDay')} type="date" value={on} onChange={setOn} required />
      </div>
      <Field label={t('byWhom')} value={said.by} onChange={(by) => set({ by })} required />
      <Picker
        label={t('file')}
        hint={t('fileHint')}
        value={said.file}
        onChange={(file) => set({ file })}
        choices={[
          { id: NONE, label: t('fileNone') },
          ...files.map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
      />
      <Field label={t('document')} value={said.document} onChange={(document) => set({ document })} />
      {state === 'dissolved' && (
        <>
          <Field
            label={t('lastUsed')}
            type="date"
            hint={t('lastUsedHint')}
            value={lastUsed}
            onChange={setLastUsed}
            required
          />
          <Field
            label={t('withoutExport')}
            hint={t('withoutExportHint')}
            value={said.withoutExport}
            onChange={(withoutExport) => set({ withoutExport })}
            prose
          />
          <SecondPerson value={second} onChange={setSecond} />
        </>
      )}
      <Field label={t('more')} value={said.note} onChange={(note) => set({ note })} lines={2} />
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('save')}
      </FormEnd>
    </form>
  )
}

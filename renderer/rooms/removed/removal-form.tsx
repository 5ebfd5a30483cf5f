// Writing an entry of the log down, or another wording of it.
import { type FormEvent, useState } from 'react'
import { type RemovedDraft, type RemovedEntry, removedWrite } from '../../../shared/contract/removed.ts'
import { RemovalField, RemovalKind, RemovedBy } from '../../../shared/domain/office/removal.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/removed.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'
import { actions, exceptions, type Form, formOf, saidOf } from './form-values.ts'

const t = translator(en)

interface Props {
  /** The entry that gets another wording; null begins one. */
  readonly entry: RemovedEntry | null
  /** The record that it is about, where it begins with one. */
  readonly draft: RemovedDraft | null
  readonly onDone: () => void
}

/** The form. */
export function RemovalForm({ entry, draft, onDone }: Props) {
  const { accounts } = useVault()
  const [form, setForm] = useState<Form>(() => formOf(entry?.said ?? null, draft))
  const [account, setAccount] = useState('')
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const ofRecord = draft !== null || (entry !== null && (entry.record !== null || entry.recordGone))
  const saving = useAction(async () => {
    const said = saidOf(form, entry?.said ?? null)
    await run(removedWrite, {
      ...{ id: entry?.id ?? null, record: draft?.record ?? null, said },
      account: account === '' ? null : Number(account),
    })
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
          label={t('what')}
          value={form.kind}
          onChange={(id) => set({ kind: RemovalKind.parse(id) })}
          choices={RemovalKind.options.map((id) => ({ id, label: t(`kind.${id}`) }))}
        />
        <Picker
          label={t('by')}
          value={form.by}
          onChange={(id) => set({ by: RemovedBy.parse(id) })}
          choices={RemovedBy.options.map((id) => ({ id, label: t(`by.${id}`) }))}
        />
        <Picker
          label={t('action')}
          value={form.action}
          onChange={(action) => set({ action })}
          choices={[{ id: '', label: t('actionNone') }, ...actions.map((id) => ({ id, label: t(`action.${id}`) }))]}
        />
      </div>
      {entry === null && draft === null && (
        <Picker label={t('account')} value={account} onChange={setAccount} choices={[none, ...choices]} />
      )}
      <div className="form-row">
        {!ofRecord && <Words id="posted" hint={t('postedHint')} {...{ form, set }} />}
        <Words id="shownUntil" hint={t('shownUntilHint')} {...{ form, set }} />
        <Words id="removed" hint={t('postedHint')} {...{ form, set }} />
      </div>
      <div className="form-row">
        <Words id="thread" {...{ form, set }} />
        {!ofRecord && <Words id="author" {...{ form, set }} />}
        {!ofRecord && <Words id="copy" {...{ form, set }} />}
      </div>
      {form.kind === 'booking-photo' && (
        <Picker
          label={t('exception')}
          value={form.exception}
          onChange={(exception) => set({ exception })}
          choices={[
            { id: '', label: t('exceptionNone') },
            ...exceptions.map((id) => ({ id, label: t(`exception.${id}`) })),
          ]}
        />
      )}
      {form.by === 'city' && <OfTheCity {...{ form, set }} />}
      <div className="form-row">
        <Picker
          label={t('missingField')}
          value={form.missingField}
          onChange={(missingField) => set({ missingField })}
          choices={[
            { id: '', label: t('missingNone') },
            ...RemovalField.options.map((id) => ({ id, label: t(`field.${id}`) })),
          ]}
        />
        <Words id="missingWhy" {...{ form, set }} />
      </div>
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('save')}
      </FormEnd>
    </form>
  )
}

interface PartProps {
  readonly form: Form
  readonly set: (part: Partial<Form>) => void
}

function OfTheCity({ form, set }: PartProps) {
  return (
    <>
      <Words id="guideline" hint={t('guidelineHint')} {...{ form, set }} />
      <Words id="reason" lines={2} {...{ form, set }} />
      <Words id="viewpoint" lines={2} hint={t('viewpointHint')} {...{ form, set }} />
      <Words id="decidedBy" {...{ form, set }} />
    </>
  )
}

type WordField =
  | 'posted'
  | 'shownUntil'
  | 'removed'
  | 'thread'
  | 'author'
  | 'copy'
  | 'guideline'
  | 'reason'
  | 'viewpoint'
  | 'decidedBy'
  | 'missingWhy'

interface WordsProps extends PartProps {
  readonly id: WordField
  readonly hint?: string
  readonly lines?: number
}

function Words({ id, hint, lines, form, set }: WordsProps) {
  return (
    <Field
      label={t(id)}
      value={form[id]}
      onChange={(value) => set({ [id]: value })}
      {...(hint === undefined ? {} : { hint })}
      {...(lines === undefined ? {} : { lines })}
    />
  )
}

// Narrowing a hold by the attorney's paper: what it no longer covers is let go, nothing is destroyed by that.
import { type FormEvent, useState } from 'react'
import { holdNarrow } from '../../../shared/contract/hold.ts'
import type { Hold } from '../../../shared/domain/disposition/hold.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { recordNumbers } from '../../../shared/domain/record/record-numbers.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { usePeopleHere } from '../../client/vault.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import { AccountsField } from '../../record/accounts-field.tsx'
import { Field } from '../../ui/field.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

/** The form, which begins with what the hold covers now. */
export function NarrowForm({ hold, onDone }: { readonly hold: Hold; readonly onDone: () => void }) {
  const people = usePeopleHere()
  const { scope } = hold
  const [draft, setDraft] = useState({ search: scope.search ?? '', from: scope.from ?? '', to: scope.to ?? '' })
  const [accounts, setAccounts] = useState<AccountId[]>([...scope.accounts])
  const [records, setRecords] = useState(scope.recordIds.join('\n'))
  const [signedBy, setSignedBy] = useState<string | null>(null)
  const [document, setDocument] = useState<ChosenFile | null>(null)
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const { records: recordIds, wrong } = recordNumbers(records)
  const narrowing = useAction(async () => {
    if (!document || signedBy === null) return
    const { search, from, to } = draft
    const days = { from: from || null, to: to || null }
    const narrowed = { search: search.trim() || null, accounts, ...days, recordIds: [...recordIds] }
    await run(holdNarrow, { id: hold.id, scope: narrowed, signedBy, document })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void narrowing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('narrowAbout')}</p>
      <Field label={t('scopeSearch')} value={draft.search} onChange={(search) => set({ search })} autoFocus />
      <Field
        label={t('scopeRecords')}
        value={records}
        onChange={setRecords}
        hint={t('scopeRecordsHint')}
        error={wrong === null ? undefined : t('noNumber', { word: wrong })}
        lines={2}
      />
      <AccountsField chosen={accounts} onChange={setAccounts} />
      <div className="form-row">
        <Field type="date" label={t('fromDay')} value={draft.from} onChange={(from) => set({ from })} />
        <Field type="date" label={t('toDay')} value={draft.to} onChange={(to) => set({ to })} />
      </div>
      <SearchPicker
        label={t('narrowSignedBy')}
        value={signedBy}
        onChange={setSignedBy}
        choices={people
          .filter(({ role }) => role === 'city-attorney')
          .map(({ id, name, title }) => ({ id, label: name, detail: title }))}
        required
      />
      <FileField label={t('narrowDocument')} choose={t('chooseFile')} value={document} onChange={setDocument} />
      <FormEnd
        action={narrowing}
        cancel={t('cancel')}
        onCancel={onDone}
        danger
        disabled={document === null || signedBy === null || wrong !== null}
      >
        {t('narrowIt')}
      </FormEnd>
    </form>
  )
}

// Narrowing a hold by the attorney's paper: what it no longer covers is let go, nothing is destroyed by that.
import { type FormEvent, useState } from 'react'
import { holdNarrow } from '../../../shared/contract/hold.ts'
import type { Hold } from '../../../shared/domain/disposition/hold.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

/** The form; accounts and listed records stay as they are. */
export function NarrowForm({ hold, onDone }: { readonly hold: Hold; readonly onDone: () => void }) {
  const { people } = useVault()
  const { scope } = hold
  const [draft, setDraft] = useState({ search: scope.search ?? '', from: scope.from ?? '', to: scope.to ?? '' })
  const [signedBy, setSignedBy] = useState<string | null>(null)
  const [document, setDocument] = useState<ChosenFile | null>(null)
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const narrowing = useAction(async () => {
    if (!document || signedBy === null) return
    const { search, from, to } = draft
    const narrowed = { ...scope, search: search.trim() || null, from: from || null, to: to || null }
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
      <Field label={t('narrowSearch')} value={draft.search} onChange={(search) => set({ search })} autoFocus />
      <div className="form-row">
        <Field type="date" label={t('fromDay')} value={draft.from} onChange={(from) => set({ from })} />
        <Field type="date" label={t('toDay')} value={draft.to} onChange={(to) => set({ to })} />
      </div>
      <SearchPicker
        label={t('narrowSignedBy')}
        value={signedBy}
        onChange={setSignedBy}
        choices={[...people.values()]
          .filter(({ role, endedAt }) => role === 'city-attorney' && endedAt === undefined)
          .map(({ id, name, title }) => ({ id, label: name, detail: title }))}
        required
      />
      <FileField label={t('narrowDocument')} choose={t('chooseFile')} value={document} onChange={setDocument} />
      <FormEnd
        action={narrowing}
        cancel={t('cancel')}
        onCancel={onDone}
        danger
        disabled={document === null || signedBy === null}
      >
        {t('narrowIt')}
      </FormEnd>
    </form>
  )
}

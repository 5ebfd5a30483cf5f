// Who was asked to search personal accounts, and the declaration that came.
import { type FormEvent, useState } from 'react'
import { searchPersonal } from '../../../../shared/contract/request-search.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import type { Declaration } from '../../../../shared/domain/intake/produced.ts'
import type { FiledPersonalSearch, PersonalSearch } from '../../../../shared/domain/request/search-statement.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { todayIn } from '../../../locale/time.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { DeclarationFields } from './declaration-fields.tsx'

const t = translator(en)

interface Props {
  readonly request: RequestId
  /** Null for a new one. */
  readonly known: FiledPersonalSearch | null
  readonly onDone: () => void
}

/** The form. */
export function PersonalForm({ request, known, onDone }: Props) {
  const { zone } = useVault().summary
  const today = LocalDate.parse(todayIn(zone))
  const [said, setSaid] = useState<PersonalSearch>(() => {
    if (known === null) return { person: '', title: '', accounts: '', askedOn: today, declaration: null, instead: '' }
    const { number: _number, changedAt: _at, ...before } = known
    return before
  })
  const set = (part: Partial<PersonalSearch>) => setSaid((before) => ({ ...before, ...part }))
  const saving = useAction(async () => {
    await run(searchPersonal, { request, number: known?.number ?? null, said })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  const empty: Declaration = {
    ...{ searchedBy: said.person, searchedWhere: said.accounts, soughtFor: '', terms: '', searchedOn: today },
    ...{ notProduced: '', signedBy: said.person, signedOn: today, signedAt: '', underPenalty: false },
  }
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <Field label={t('person')} value={said.person} onChange={(person) => set({ person })} required autoFocus />
        <Field label={t('personTitle')} value={said.title} onChange={(title) => set({ title })} />
      </div>
      <div className="form-row">
        <Field
          label={t('personalAccounts')}
          value={said.accounts}
          onChange={(accounts) => set({ accounts })}
          required
        />
        <Field
          type="date"
          label={t('askedOn')}
          value={said.askedOn}
          onChange={(text) => set({ askedOn: LocalDate.safeParse(text).data ?? said.askedOn })}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={said.declaration !== null}
          onChange={(event) => set({ declaration: event.target.checked ? empty : null })}
        />
        {t('declared')}
      </label>
      {said.declaration === null ? (
        <Field label={t('instead')} value={said.instead} onChange={(instead) => set({ instead })} lines={2} />
      ) : (
        <DeclarationFields declaration={said.declaration} onChange={(declaration) => set({ declaration })} />
      )}
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('enterIt')}
      </FormEnd>
    </form>
  )
}

// The form that registers an account.
import { type FormEvent, useState } from 'react'
import { accountAdd } from '../../../shared/contract/people.ts'
import { nameConcerns } from '../../../shared/domain/account/account-name.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/accounts.ts'
import { en as channelWords } from '../../locale/en/channel.ts'
import { knownPlatforms, platformWord } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { ConcernWords } from './channel/concern-words.tsx'

const t = translator(en)
const tc = translator(channelWords)
const nothing = { platform: 'x', handle: '', name: '', department: '', liaison: '', personal: '' }

/** The form; `onDone` is called when the vault has the account or the clerk gives up. */
export function AccountForm({ onDone }: { readonly onDone: () => void }) {
  const [draft, setDraft] = useState(nothing)
  const set = (part: Partial<typeof nothing>) => setDraft((before) => ({ ...before, ...part }))
  const { people, summary } = useVault()
  const concerns = nameConcerns(
    { ...draft, personal: draft.personal.trim() === '' ? undefined : draft.personal },
    [...people.values()].map(({ name }) => name),
    summary.city,
  )
  const adding = useAction(async () => {
    const { personal, ...rest } = draft
    const holder = personal.trim() === '' ? {} : { personal }
    await run(accountAdd, { ...rest, ...holder, handle: draft.handle.trim().replace(/^@/, ''), nativeId: null })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.handle.trim() !== '') void adding.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <Picker
          label={t('platform')}
          value={draft.platform}
          onChange={(platform) => set({ platform })}
          choices={knownPlatforms.map((id) => ({ id, label: platformWord(id) }))}
        />
        <Field
          label={t('handle')}
          value={draft.handle}
          onChange={(handle) => set({ handle })}
          hint={t('handleHint')}
          required
          autoFocus
        />
      </div>
      <Field label={t('name')} value={draft.name} onChange={(name) => set({ name })} />
      <div className="form-row">
        <Field label={t('department')} value={draft.department} onChange={(department) => set({ department })} />
        <Field label={t('liaison')} value={draft.liaison} onChange={(liaison) => set({ liaison })} />
      </div>
      <Field
        label={t('personal')}
        value={draft.personal}
        onChange={(personal) => set({ personal })}
        hint={t('personalHint')}
      />
      {concerns.length > 0 && (
        <Notice tone="warn" title={tc('nameLook')}>
          <ConcernWords concerns={concerns} />
        </Notice>
      )}
      <FormEnd action={adding} cancel={t('cancel')} onCancel={onDone}>
        {t('addIt')}
      </FormEnd>
    </form>
  )
}

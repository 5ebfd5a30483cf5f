// Taking in single items of a personal account: who produces them, which they are, how they were searched for.
import { type FormEvent, useState } from 'react'
import type { Recognition } from '../../../../shared/contract/intake.ts'
import { producedImport } from '../../../../shared/contract/produced.ts'
import type { PlatformName } from '../../../../shared/domain/account/account.ts'
import type { AccountId, GrantId, JobId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/produced.ts'
import { translator } from '../../../locale/t.ts'
import { focusFirstProblem } from '../../../ui/first-problem.ts'
import { Notice } from '../../../ui/notice.tsx'
import { isOwner } from '../owner.ts'
import { DeclarationPart } from './declaration-part.tsx'
import { type Draft, declarationOf, emptyDraft, problemsOf } from './draft.ts'
import { ItemPicker } from './item-picker.tsx'
import { ProducerPart } from './producer-part.tsx'
import './produced.css'
import { FormEnd } from '../../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly sources: readonly GrantId[]
  readonly found: Recognition | undefined
  /** As the clerk said, against what was recognised. */
  readonly platform: PlatformName | null
  readonly onCancel: () => void
  readonly onStarted: (job: JobId) => void
}

/** The form. */
export function ProducedForm({ sources, found, platform, onCancel, onStarted }: Props) {
  const { accounts } = useVault()
  const [draft, setDraft] = useState(emptyDraft)
  const [chosenAccount, setAccount] = useState<AccountId | null>(null)
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const own = [...accounts.values()].find(
    (one) => one.personal !== undefined && one.platform === found?.platform && isOwner(one, found),
  )
  const account = chosenAccount ?? own?.id ?? null
  const problems = tried ? problemsOf(draft, account !== null) : {}
  const missing = Object.keys(problems).length
  const starting = useAction(async () => {
    if (account === null) return
    const { by, title, document, chosen, form } = draft
    const input = {
      sources: [...sources],
      account,
      platform,
      by,
      title,
      declaration: declarationOf(draft),
      document: form === 'words' ? null : (document?.grant ?? null),
      items: [...chosen],
    }
    onStarted(await start(producedImport, input))
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problemsOf(draft, account !== null)).length === 0) void starting.go()
    else focusFirstProblem(event.currentTarget)
  }
  return (
    <form className="form entry-form" onSubmit={submit} noValidate>
      <Notice tone="info">{t('personAbout')}</Notice>
      <ProducerPart
        draft={draft}
        problems={problems}
        set={set}
        found={found}
        account={account}
        onAccount={setAccount}
      />
      <fieldset className="entry-part">
        <legend>{t('items')}</legend>
        <ItemPicker
          sources={sources}
          platform={platform}
          chosen={draft.chosen}
          onChosen={(chosen) => set({ chosen })}
          error={problems.chosen}
        />
      </fieldset>
      <DeclarationPart draft={draft} problems={problems} set={set} />
      {missing > 0 && <Notice tone="bad">{t('problems', { count: missing })}</Notice>}
      <FormEnd action={starting} cancel={t('cancel')} onCancel={onCancel}>
        {t('start', { count: draft.chosen.size })}
      </FormEnd>
    </form>
  )
}

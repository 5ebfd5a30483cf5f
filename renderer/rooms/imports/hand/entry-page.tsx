// Taking one post, comment or message in by hand.
import { type FormEvent, useState } from 'react'
import { handEnter } from '../../../../shared/contract/hand.ts'
import { acting } from '../../../client/acting.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { useStore } from '../../../client/store.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/hand.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { focusFirstProblem } from '../../../ui/first-problem.ts'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { address, go } from '../../../workspace/route.ts'
import { AbsentField } from './absent-field.tsx'
import { type Draft, emptyDraft, entryOf, type Problems, problemsOf } from './draft.ts'
import { CapturedPart, SaidPart, StoodPart } from './entry-parts.tsx'
import { FilesField } from './files-field.tsx'
import './hand.css'
import type { ShownFile } from './shown-files.ts'

const t = translator(en)

/** The page. */
export function EntryPage() {
  const { accounts } = useVault()
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <a className="button quiet" href={address('imports')}>
          {t('back')}
        </a>
      }
    >
      {accounts.size === 0 ? (
        <Empty
          icon="account"
          title={t('noAccounts')}
          actions={
            <a className="button strong" href={address('accounts')}>
              {t('register')}
            </a>
          }
        >
          {t('noAccountsAbout')}
        </Empty>
      ) : (
        <EntryForm />
      )}
    </Page>
  )
}

function EntryForm() {
  const { people } = useVault()
  const person = useStore(acting)
  const [draft, setDraft] = useState(() => emptyDraft((person && people.get(person)?.name) ?? ''))
  const [files, setFiles] = useState<readonly ShownFile[]>([])
  const [tried, setTried] = useState(false)
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const problems: Problems = tried ? problemsOf(draft, files.length) : {}
  const missing = Object.keys(problems).length
  const entering = useAction(async () => {
    if (draft.account === null) return
    const grants = files.flatMap(({ from }) => ('grant' in from ? [from.grant] : []))
    const pasted = files.flatMap(({ from }) => ('pasted' in from ? [from.pasted] : []))
    const job = await start(handEnter, { account: draft.account, entry: entryOf(draft), files: grants, pasted })
    go(address('imports', [], { job }))
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problemsOf(draft, files.length)).length === 0) void entering.go()
    else focusFirstProblem(event.currentTarget)
  }
  return (
    <form className="form entry-form" onSubmit={submit} noValidate>
      <StoodPart draft={draft} problems={problems} set={set} />
      <SaidPart draft={draft} problems={problems} set={set} />
      <fieldset className="entry-part">
        <legend>{t('shows')}</legend>
        <FilesField files={files} onFiles={setFiles} />
        <AbsentField
          name="media"
          absent={draft.absent}
          problems={problems}
          onAbsent={(absent) => set({ absent })}
          words={t('mediaAbsent')}
        />
      </fieldset>
      <CapturedPart draft={draft} problems={problems} set={set} />
      {missing > 0 && <Notice tone="bad">{t('problems', { count: missing })}</Notice>}
      <RefusalNotice refusal={entering.refusal} />
      <div className="form-actions">
        <a className="button quiet" href={address('imports')}>
          {t('cancel')}
        </a>
        <Button look="strong" submit busy={entering.busy}>
          {t('keep')}
        </Button>
      </div>
    </form>
  )
}

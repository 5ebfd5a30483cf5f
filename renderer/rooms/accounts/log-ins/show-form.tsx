// A log-in shown on purpose: written down first, then opened from the copy on this desk or with an officer's key, and gone when the dialog is closed.
import { type FormEvent, useState } from 'react'
import { loginOpen, loginReveal } from '../../../../shared/contract/login.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { ask, type Output, run } from '../../../client/call.ts'
import type { KeptCredential } from '../../../client/credential.ts'
import { openCopy } from '../../../client/login-copy.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { OpeningFields, sentToOpen, useOpening } from './opening.tsx'

const t = translator(en)
type LogIn = Output<typeof loginOpen>

interface Props {
  readonly account: AccountId
  readonly kept: KeptCredential | null
  readonly onDone: () => void
}

/** The form, and then the log-in. */
export function ShowForm({ account, kept, onDone }: Props) {
  const [reason, setReason] = useState('')
  const [fromCopy, setFromCopy] = useState(kept?.savedAt != null)
  const { opening, set, forget } = useOpening()
  const [shown, setShown] = useState<LogIn | null>(null)
  const showing = useAction(async () => {
    const sent = fromCopy ? null : await sentToOpen(opening)
    if (!fromCopy && sent === null) return
    const { reveal } = await run(loginReveal, { account, reason })
    setShown(sent === null ? await ofCopy(account, reveal) : await ask(loginOpen, { reveal, account, ...sent }))
    forget()
  })
  if (shown !== null) return <Shown {...shown} onDone={onDone} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void showing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('showAbout')}</p>
      <Field label={t('reason')} value={reason} onChange={setReason} required autoFocus prose />
      {kept?.savedAt != null && (
        <label className="check">
          <input type="checkbox" checked={fromCopy} onChange={(event) => setFromCopy(event.target.checked)} />
          {t('copyOpen')}
        </label>
      )}
      {!fromCopy && <OpeningFields opening={opening} set={set} />}
      <FormEnd action={showing} cancel={t('cancel')} onCancel={onDone}>
        {t('showDo')}
      </FormEnd>
    </form>
  )
}

async function ofCopy(account: AccountId, reveal: number): Promise<LogIn> {
  const { login, savedAt } = await openCopy(account, reveal)
  return { login, changedAt: Instant.parse(savedAt) }
}

function Shown({ login, changedAt, onDone }: LogIn & { readonly onDone: () => void }) {
  const { zone } = useVault().summary
  return (
    <div className="form">
      <p className="soft">{t('shownAbout', { day: formatInstant(changedAt, zone, 'day') })}</p>
      <dl className="log-in-facts">
        <dt>{t('user')}</dt>
        <dd>
          <code>{login.user}</code>
        </dd>
        <dt>{t('password')}</dt>
        <dd>
          <code>{login.password}</code>
        </dd>
        {login.more !== '' && (
          <>
            <dt>{t('more')}</dt>
            <dd>
              <code>{login.more}</code>
            </dd>
          </>
        )}
      </dl>
      <div className="form-actions">
        <Button look="strong" onPress={onDone} autoFocus>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}

// The form that opens a vault under a passphrase.
import { type FormEvent, useState } from 'react'
import { en } from '../locale/en/passphrase.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

const t = translator(en)

interface Props {
  readonly busy: boolean
  /** Whether a change of its passphrase was cut off, and comes to its end first. */
  readonly goesOn: boolean
  readonly onUnlock: (secret: string) => void
}

/** The form. */
export function UnlockVault({ busy, goesOn, onUnlock }: Props) {
  const [secret, setSecret] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (secret !== '') onUnlock(secret.trim())
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field
        label={t('secret')}
        type="password"
        value={secret}
        onChange={setSecret}
        hint={t('secretHint')}
        required
        autoFocus
      />
      <div className="form-actions start">
        <Button look="strong" icon="lock" submit busy={busy}>
          {t(goesOn ? 'goOn' : 'unlock')}
        </Button>
      </div>
    </form>
  )
}

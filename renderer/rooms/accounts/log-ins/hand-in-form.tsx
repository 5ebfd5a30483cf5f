// A log-in that a department hands in: sealed at once, and put into the list, which the clerk chooses; a copy stays on this desk where it is asked for.
import { type FormEvent, useState } from 'react'
import { loginKeep, loginSeal } from '../../../../shared/contract/login.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { ask, start } from '../../../client/call.ts'
import type { KeptCredential } from '../../../client/credential.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { keepCopy } from '../../../client/login-copy.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Notice } from '../../../ui/notice.tsx'

const t = translator(en)
const FILE = 'City.logins'

interface Props {
  readonly account: AccountId
  readonly kept: KeptCredential | null
  /** @param kept what this desk keeps now; null: as before */
  readonly onDone: (kept: KeptCredential | null) => void
}

/** The form. */
export function HandInForm({ account, kept, onDone }: Props) {
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const [more, setMore] = useState('')
  const place = kept?.place ?? 'none'
  const [copying, setCopying] = useState(place === 'keychain')
  const sealing = useAction(async () => {
    const login = { user, password, more }
    const { sealed } = await ask(loginSeal, { account, login })
    const target = await chooseTarget(FILE)
    if (target === null) return
    await start(loginKeep, { to: target.grant, kind: 'changed', entries: [{ account, sealed }] })
    onDone(copying ? await keepCopy(account, login) : null)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void sealing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('handInAbout')}</p>
      <Field label={t('user')} value={user} onChange={setUser} required autoFocus />
      <Field label={t('password')} type="password" value={password} onChange={setPassword} required />
      <Field label={t('more')} type="password" value={more} onChange={setMore} />
      {place === 'none' ? (
        <p className="soft">{t('copyImpossible')}</p>
      ) : (
        <label className="check">
          <input type="checkbox" checked={copying} onChange={(event) => setCopying(event.target.checked)} />
          {t('copyKeep')}
        </label>
      )}
      {place === 'weak' && copying && <Notice tone="warn">{t('copyWeak')}</Notice>}
      <FormEnd action={sealing} cancel={t('cancel')} onCancel={() => onDone(null)}>
        {t('seal')}
      </FormEnd>
    </form>
  )
}

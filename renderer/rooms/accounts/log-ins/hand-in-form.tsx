// A log-in that a department hands in: sealed at once, and put into the list, which the clerk chooses.
import { type FormEvent, useState } from 'react'
import { loginKeep, loginSeal } from '../../../../shared/contract/login.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { ask, start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'

const t = translator(en)
const FILE = 'City.logins'

/** The form. */
export function HandInForm({ account, onDone }: { readonly account: AccountId; readonly onDone: () => void }) {
  const [user, setUser] = useState('')
  const [password, setPassword] = useState('')
  const [more, setMore] = useState('')
  const sealing = useAction(async () => {
    const { sealed } = await ask(loginSeal, { account, login: { user, password, more } })
    const target = await chooseTarget(FILE)
    if (target === null) return
    await start(loginKeep, { to: target.grant, kind: 'changed', entries: [{ account, sealed }] })
    onDone()
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
      <FormEnd action={sealing} cancel={t('cancel')} onCancel={onDone}>
        {t('seal')}
      </FormEnd>
    </form>
  )
}

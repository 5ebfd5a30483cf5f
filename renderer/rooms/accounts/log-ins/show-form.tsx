// A log-in shown on purpose: written down first, then opened with an officer's key, and gone when the dialog is closed.
import { type FormEvent, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { loginOpen, loginReveal } from '../../../../shared/contract/login.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { ask, type Output, run } from '../../../client/call.ts'
import { takeOne } from '../../../client/grants.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'

const t = translator(en)

/** The form, and then the log-in. */
export function ShowForm({ account, onDone }: { readonly account: AccountId; readonly onDone: () => void }) {
  const [reason, setReason] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [list, setList] = useState<File | null>(null)
  const [key, setKey] = useState<File | null>(null)
  const [shown, setShown] = useState<Output<typeof loginOpen> | null>(null)
  const showing = useAction(async () => {
    const granted = list === null ? null : await takeOne(list)
    if (granted === null || key === null) return
    const { reveal } = await run(loginReveal, { account, reason })
    setShown(await ask(loginOpen, { reveal, account, list: granted.grant, key: await key.text(), passphrase }))
    setPassphrase('')
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
      <Chosen label={t('list')} choose={t('chooseList')} file={list} onChoose={setList} />
      <Chosen label={t('key')} choose={t('chooseKey')} file={key} onChoose={setKey} />
      <Field label={t('passphrase')} type="password" value={passphrase} onChange={setPassphrase} required />
      <FormEnd action={showing} cancel={t('cancel')} onCancel={onDone}>
        {t('showDo')}
      </FormEnd>
    </form>
  )
}

interface ChosenProps {
  readonly label: string
  readonly choose: string
  readonly file: File | null
  readonly onChoose: (file: File) => void
}

function Chosen({ label, choose, file, onChoose }: ChosenProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own around one button
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="file-line">
        <FileTrigger
          onSelect={(chosen) => {
            const one = chosen?.[0]
            if (one) onChoose(one)
          }}
        >
          <Button icon="file">{choose}</Button>
        </FileTrigger>
        {file && <bdi>{file.name}</bdi>}
      </div>
    </div>
  )
}

type ShownProps = Output<typeof loginOpen> & { readonly onDone: () => void }

function Shown({ login, changedAt, onDone }: ShownProps) {
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

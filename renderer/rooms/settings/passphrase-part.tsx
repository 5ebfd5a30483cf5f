// The passphrase of the vault: whether it has one, what that covers and what not; set, changed, taken off.
import { type FormEvent, useState } from 'react'
import type { LocksChange } from '../../../shared/contract/key.ts'
import { vaultProtection } from '../../../shared/contract/protection.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import { acting, actorWanted } from '../../client/acting.ts'
import { useAction } from '../../client/action.ts'
import { useQuery } from '../../client/query.ts'
import { shellState } from '../../client/session.ts'
import { askShell } from '../../client/shell.ts'
import { useStore } from '../../client/store.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/passphrase.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { isRecoveryKey, NewPassphraseFields, RecoveryField, useNewPassphrase } from '../../ui/new-passphrase.tsx'
import { Section } from '../../ui/page.tsx'

const t = translator(en)
type Act = LocksChange['act']

/** The part. */
export function PassphrasePart() {
  const person = useStore(acting)
  const state = useStore(shellState)
  const { data } = useQuery(vaultProtection, {}, [])
  const [act, setAct] = useState<Act | null>(null)
  if (data === undefined || state?.practice === true) return null
  const acts: readonly Act[] = data.passphrase ? ['change', 'remove'] : ['set']
  const living = state?.reading == null
  return (
    <Section title={t('title')}>
      <p>{t(data.passphrase ? 'has' : 'none')}</p>
      {data.passphrase && <p>{t(data.recoveryKey ? 'hasRecovery' : 'noRecovery')}</p>}
      {data.passphrase && <p className="soft">{t('readable')}</p>}
      {data.passphrase && <p className="soft">{t('before')}</p>}
      {living && (
        <div className="form-actions start">
          {acts.map((one) => (
            <Button key={one} icon="lock" onPress={() => (person === null ? actorWanted.set(true) : setAct(one))}>
              {t(`${one}Open`)}
            </Button>
          ))}
        </div>
      )}
      <Dialog title={t('title')} open={act !== null} onClose={() => setAct(null)}>
        {act !== null && person !== null && <LocksForm act={act} person={person} onClose={() => setAct(null)} />}
      </Dialog>
    </Section>
  )
}

interface FormProps {
  readonly act: Act
  readonly person: PersonId
  readonly onClose: () => void
}

function LocksForm({ act, person, onClose }: FormProps) {
  const { city } = useVault().summary
  const chosen = useNewPassphrase([city])
  const [secret, setSecret] = useState('')
  const [recovery, setRecovery] = useState('')
  const action = useAction(async () => {
    const recipient = recovery.trim() === '' ? null : recovery.trim()
    const locks = { passphrase: chosen.passphrase, recipient }
    const change: LocksChange =
      act === 'set'
        ? { act, person, locks }
        : act === 'change'
          ? { act, person, secret, locks }
          : { act, person, secret }
    await askShell({ ask: 'change-locks', change })
    onClose()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.go()
  }
  const oldSaid = act === 'set' || secret !== ''
  const newSaid = act === 'remove' || (chosen.ready && isRecoveryKey(recovery))
  return (
    <form className="form" onSubmit={submit}>
      {act !== 'remove' && <p className="soft">{t('putAbout')}</p>}
      <p className="soft">{t(`${act}About`)}</p>
      {act !== 'set' && <Field label={t('old')} type="password" value={secret} onChange={setSecret} required />}
      {act !== 'remove' && (
        <>
          <NewPassphraseFields chosen={chosen} />
          <RecoveryField value={recovery} onChange={setRecovery} />
        </>
      )}
      <FormEnd action={action} cancel={t('cancel')} onCancel={onClose} disabled={!oldSaid || !newSaid}>
        {t(`${act}Do`)}
      </FormEnd>
    </form>
  )
}

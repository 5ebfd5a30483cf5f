// Who may sign rules, as the City Attorney registered them, and the files that were applied.
import { type FormEvent, useState } from 'react'
import { lawDistrust, type lawSigners, lawTrust, type RuleSigner } from '../../../shared/contract/law-file.ts'
import { useAction } from '../../client/action.ts'
import { type Output, run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/rule-files.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Section } from '../../ui/page.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'

const t = translator(en)

/** The part. */
export function SignersPart({ signers, applied }: Output<typeof lawSigners>) {
  const { zone } = useVault().summary
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Section title={t('signers')}>
        {signers.length === 0 && <p className="soft">{t('signersNone')}</p>}
        <ul className="cards">
          {signers.map((signer) => (
            <li key={signer.id} className="card law-entry">
              <Signer signer={signer} />
            </li>
          ))}
        </ul>
        <div>
          <Button icon="plus" onPress={() => setAdding(true)}>
            {t('trust')}
          </Button>
        </div>
        <Dialog title={t('trustTitle')} open={adding} onClose={() => setAdding(false)}>
          <TrustForm onDone={() => setAdding(false)} />
        </Dialog>
      </Section>
      {applied.length > 0 && (
        <Section title={t('files')}>
          <ul className="bullets">
            {applied.map(({ publisher, number, rules, appliedBy, appliedAt }) => (
              <li key={`${publisher} ${number}`}>
                {t('appliedFile', { number, publisher })}{' '}
                <span className="soft">
                  {t('appliedBy', { count: rules, name: appliedBy, day: formatInstant(appliedAt, zone, 'day') })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Signer({
  signer: { id, name, fingerprint, trustedAt, trustedBy, endedReason },
}: {
  readonly signer: RuleSigner
}) {
  const { zone } = useVault().summary
  const [ending, setEnding] = useState(false)
  const action = useAction(async (reason: string) => {
    await run(lawDistrust, { signer: id, reason })
    setEnding(false)
  })
  return (
    <>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </p>
      <p className="hint">{t('trustedBy', { name: trustedBy, day: formatInstant(trustedAt, zone, 'day') })}</p>
      <p className="hint">
        {t('fingerprint')} <code className="digest">{fingerprint}</code>
      </p>
      {endedReason !== null ? (
        <p>{t('ended', { reason: endedReason })}</p>
      ) : (
        <div>
          <Button look="quiet" onPress={() => setEnding(true)}>
            {t('distrust')} <span className="visually-hidden">{name}</span>
          </Button>
        </div>
      )}
      <Dialog title={t('distrustTitle')} open={ending} onClose={() => setEnding(false)}>
        <ReasonForm
          about={t('distrustAbout', { name })}
          act={t('distrustDo')}
          label={t('reason')}
          action={action}
          cancel={t('cancel')}
          onCancel={() => setEnding(false)}
          onReason={(reason) => void action.go(reason)}
        />
      </Dialog>
    </>
  )
}

function TrustForm({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState('')
  const [publicKey, setPublicKey] = useState('')
  const action = useAction(async () => {
    await run(lawTrust, { name: name.trim(), publicKey })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('trustAbout')}</p>
      <Field label={t('name')} value={name} onChange={setName} required autoFocus />
      <Field
        label={t('publicKey')}
        hint={t('publicKeyHint')}
        value={publicKey}
        onChange={setPublicKey}
        lines={3}
        required
      />
      <FormEnd
        action={action}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={name.trim() === '' || publicKey.trim() === ''}
      >
        {t('trustDo')}
      </FormEnd>
    </form>
  )
}

// Signing the review as the person responsible: what is signed in words, and with a key or by name.
import { type FormEvent, useState } from 'react'
import { KeyId } from '../../../../shared/contract/key.ts'
import { reviewSign, reviewSignByKey } from '../../../../shared/contract/review.ts'
import { acting } from '../../../client/acting.ts'
import { useAction } from '../../../client/action.ts'
import { ask, run } from '../../../client/call.ts'
import { useStore } from '../../../client/store.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { KeySigner, NO_SIGNATURE, type Signing } from '../key-signer.tsx'
import { GroundWords } from './ground-words.tsx'
import type { Review, ReviewFacts } from './use-review.ts'

const t = translator(en)

interface Props {
  readonly request: Review['request']
  readonly facts: ReviewFacts
  /** What is signed, in a sentence. */
  readonly told: string
}

/** The button with its dialog. */
export function SignDialog({ request, facts, told }: Props) {
  const { people } = useVault()
  const [asking, setAsking] = useState(false)
  const [signing, setSigning] = useState<Signing>(NO_SIGNATURE)
  const actor = useStore(acting)
  const signer = actor === null ? undefined : people.get(actor)
  const { decisions, grounds, signature, items } = facts
  const action = useAction(async ({ key, passphrase }: Signing) => {
    const by = key === null || actor === null ? null : { signer: actor, key: KeyId.parse(key), passphrase }
    const given = by === null ? null : (await ask(reviewSignByKey, { request, decisions, ...by })).signature
    await run(reviewSign, { request, decisions, signature: given })
    setAsking(false)
  })
  const close = () => {
    setAsking(false)
    action.forget()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.go(signing)
  }
  return (
    <>
      <div>
        <Button
          look={signature?.current ? 'plain' : 'strong'}
          icon="pencil"
          disabled={items.every(({ outcome }) => outcome === null)}
          onPress={() => setAsking(true)}
        >
          {t('signDo')}
        </Button>
      </div>
      <Dialog title={t('signTitle')} open={asking} onClose={close}>
        <form className="form" onSubmit={submit}>
          <p>
            {signer === undefined ? (
              t('signNobody')
            ) : (
              <bdi>{t('signAs', { name: signer.name, title: signer.title })}</bdi>
            )}
          </p>
          <p>{told}</p>
          {grounds.length > 0 && (
            <ul className="bullets">
              {grounds.map(({ ground }) => (
                <li key={JSON.stringify(ground)}>
                  <GroundWords ground={ground} />
                </li>
              ))}
            </ul>
          )}
          <p className="soft">{t('signLaw')}</p>
          {signer !== undefined && <KeySigner signing={signing} noKey={t('signNoKey')} onChange={setSigning} />}
          <FormEnd
            action={action}
            cancel={t('cancel')}
            onCancel={close}
            disabled={signer === undefined || (signing.key !== null && signing.passphrase === '')}
          >
            {t('signIt')}
          </FormEnd>
        </form>
      </Dialog>
    </>
  )
}

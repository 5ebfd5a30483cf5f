// Signing a letter: at once by name, or, where whoever acts has a confirmed key, after the choice between the two.
import { type FormEvent, useState } from 'react'
import { KeyId } from '../../../../shared/contract/key.ts'
import { letterSign, letterSignByKey } from '../../../../shared/contract/letter.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { acting } from '../../../client/acting.ts'
import { useAction } from '../../../client/action.ts'
import { ask, run } from '../../../client/call.ts'
import { useStore } from '../../../client/store.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { KeySigner, NO_SIGNATURE, type Signing, useOwnKey } from '../key-signer.tsx'

const t = translator(en)

interface Props {
  readonly id: number
  readonly disabled: boolean
}

/** The button with its dialog. */
export function SignButton({ id, disabled }: Props) {
  const me = useStore(acting)
  const own = useOwnKey()
  const [asking, setAsking] = useState(false)
  const [signing, setSigning] = useState<Signing>(NO_SIGNATURE)
  const action = useAction(async ({ key, passphrase }: Signing) => {
    const by = key === null || me === null ? null : { signer: me, key: KeyId.parse(key), passphrase }
    const at = Instant.parse(Date.now())
    const signature = by === null ? null : (await ask(letterSignByKey, { id, at, ...by })).signature
    await run(letterSign, { id, signature })
    setAsking(false)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void action.go(signing)
  }
  return (
    <>
      <Button
        look="strong"
        icon="pencil"
        onPress={() => (own == null ? void action.go(NO_SIGNATURE) : setAsking(true))}
        busy={action.busy}
        disabled={disabled || own === undefined}
      >
        {t('sign')}
      </Button>
      {!asking && <RefusalNotice refusal={action.refusal} />}
      <Dialog title={t('signTitle')} open={asking} onClose={() => setAsking(false)}>
        <form className="form" onSubmit={submit}>
          <p className="soft">{t('signAbout')}</p>
          <KeySigner signing={signing} noKey={t('noKey')} onChange={setSigning} />
          <FormEnd
            action={action}
            cancel={t('cancel')}
            onCancel={() => setAsking(false)}
            disabled={signing.key !== null && signing.passphrase === ''}
          >
            {t('sign')}
          </FormEnd>
        </form>
      </Dialog>
    </>
  )
}

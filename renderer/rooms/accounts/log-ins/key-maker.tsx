// An officer's pair of keys, made here: the secret one goes into a file that its passphrase seals, the public one is what log-ins are sealed with.
import { useState } from 'react'
import { loginMakeKey } from '../../../../shared/contract/login.ts'
import { useAction } from '../../../client/action.ts'
import { ask } from '../../../client/call.ts'
import { saveKey } from '../../../client/login-copy.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)
const SHORTEST = 12

interface Props {
  /** What the key's file is to be called. */
  readonly name: string
  /** Hears of the public key once the secret one is saved. */
  readonly onMade: (recipient: string) => void
}

/** The fields, for within a form: a key is made by a button of its own. */
export function KeyMaker({ name, onMade }: Props) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const making = useAction(async () => {
    const { recipient, key } = await ask(loginMakeKey, { passphrase })
    if (!(await saveKey(name, key))) return
    setPassphrase('')
    setAgain('')
    onMade(recipient)
  })
  const short = passphrase !== '' && passphrase.length < SHORTEST
  const differs = again !== '' && again !== passphrase
  return (
    <>
      <div className="form-row">
        <Field
          label={t('keyPassphrase')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          error={short ? t('keyShort') : undefined}
        />
        <Field
          label={t('keyAgain')}
          type="password"
          value={again}
          onChange={setAgain}
          error={differs ? t('keyDiffers') : undefined}
        />
      </div>
      <RefusalNotice refusal={making.refusal} />
      <div className="form-actions start">
        <Button
          busy={making.busy}
          disabled={passphrase.length < SHORTEST || again !== passphrase}
          onPress={() => void making.go()}
        >
          {t('keyMake')}
        </Button>
      </div>
    </>
  )
}

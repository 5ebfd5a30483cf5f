// Signing in to a site for captures of an account's pages: who knows this desk, since when, signing in and out, and what is kept where.
import { useCallback, useEffect, useState } from 'react'
import { captureSignIn, captureSignOut } from '../../shared/contract/sign-in.ts'
import type { AccountId } from '../../shared/domain/id.ts'
import { Instant } from '../../shared/domain/time.ts'
import { useAction } from '../client/action.ts'
import { useJob } from '../client/begun.ts'
import { type SignedIn, signedIn } from '../client/signed-in.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/sign-in.ts'
import { translator } from '../locale/t.ts'
import { formatInstant } from '../locale/time.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import './sign-in.css'

const t = translator(en)

interface Props {
  readonly account: AccountId
  /** Where the window begins, as known here. */
  readonly address: string
  /** Whether the address is settled elsewhere in the form. */
  readonly settled?: boolean
}

/** The part. */
export function SignInPart({ account, address, settled = false }: Props) {
  const [kept, setKept] = useState<SignedIn | null>(null)
  const [own, setOwn] = useState<string | null>(null)
  const look = useAction(useCallback(async () => setKept(await signedIn(account)), [account]))
  const entering = useJob(captureSignIn, async (where: string) => ({ account, address: where }))
  const leaving = useJob(captureSignOut, async () => ({ account }))
  const { result: entered, busy } = entering
  const [wasIn, wasOut] = [entered !== undefined, leaving.result !== undefined]
  // Looked at anew after each: the shell alone knows what is kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looking again changes what is shown, not what is looked for
  useEffect(() => void look.go(), [account, wasIn, wasOut])
  const where = settled ? address : (own ?? address)
  const isIn = kept !== null && kept.at !== null
  return (
    <div className="sign-in">
      {kept !== null && <p>{isIn ? <Kept kept={kept} /> : t(wasOut ? 'out' : 'none')}</p>}
      <p className="soft">{t('about')}</p>
      {!settled && <Field label={t('address')} value={where} onChange={setOwn} hint={t('addressHint')} />}
      <div className="form-actions start">
        <Button onPress={() => entering.go(where)} busy={busy} disabled={!/^https?:\/\/[^/]/.test(where)}>
          {t(isIn ? 'again' : 'signIn')}
        </Button>
        {isIn && (
          <Button look="quiet" onPress={() => leaving.go()} busy={leaving.busy}>
            {t('signOut')}
          </Button>
        )}
      </div>
      <p role="status" className="soft">
        {busy ? t('open') : entered?.hosts.length === 0 ? t('left') : ''}
      </p>
      <RefusalNotice refusal={look.refusal ?? entering.refusal ?? leaving.refusal} />
    </div>
  )
}

function Kept({ kept: { at, hosts } }: { readonly kept: SignedIn }) {
  const { zone } = useVault().summary
  return t('kept', { when: formatInstant(Instant.parse(at), zone, 'moment'), hosts: hosts.join(', ') })
}

// The log-in with which captures ask a platform for an account: whether one is kept on this computer, set, changed, forgotten.
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { captureList } from '../../../../shared/contract/capture.ts'
import { credentialTry } from '../../../../shared/contract/credential.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import { Credential, type CredentialPart } from '../../../../shared/domain/account/credential.ts'
import { type ApiWayFacts, anyApiWay, apiWayFor } from '../../../../shared/domain/capture/api-way.ts'
import { CaptureWayName } from '../../../../shared/domain/capture/capture.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { useJob } from '../../../client/begun.ts'
import { type KeptCredential, keepCredential, keptCredential } from '../../../client/credential.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/login.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'

const t = translator(en)
const HINTS: Readonly<Partial<Record<CredentialPart, 'passwordHint' | 'tokenHint'>>> = {
  password: 'passwordHint',
  token: 'tokenHint',
}

/** The part of the page. Platforms whose interface nobody knows may have one that is read by a mapping. */
export function LoginPart({ account }: { readonly account: Account }) {
  return <Login account={account} way={apiWayFor(account.platform) ?? anyApiWay} />
}

function Login({ account, way }: { readonly account: Account; readonly way: ApiWayFacts }) {
  const [kept, setKept] = useState<KeptCredential | null>(null)
  const [setting, setSetting] = useState(false)
  const look = useAction(useCallback(async () => setKept(await keptCredential(account.id)), [account.id]))
  const trying = useTrying(account, way)
  const { address } = trying
  const forget = useAction(async () => setKept(await keepCredential(account.id, null)))
  // Once for each account: the shell alone changes it, through this very part.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looking again changes what is shown, not what is looked for
  useEffect(() => void look.go(), [account.id])
  const has = kept?.savedAt != null
  return (
    <Section title={t('title')}>
      <p className="soft">{t(way === anyApiWay ? 'any' : way.login)}</p>
      {way.login !== 'never' && kept !== null && (
        <>
          <KeptWords kept={kept} />
          <div className="form-actions start">
            <Button onPress={() => setSetting(true)}>{t(has ? 'change' : 'set')}</Button>
            {address !== null && (
              <Button busy={trying.busy} onPress={() => trying.go(address)}>
                {t('try')}
              </Button>
            )}
            {(has || kept.place === 'none') && (
              <Button look="quiet" busy={forget.busy} onPress={() => void forget.go()}>
                {t('forget')}
              </Button>
            )}
          </div>
          <TriedWords {...trying} />
        </>
      )}
      <RefusalNotice refusal={look.refusal ?? forget.refusal} />
      <Dialog title={t('formTitle', { handle: account.handle })} open={setting} onClose={() => setSetting(false)}>
        <LoginForm
          account={account}
          parts={way.parts}
          onDone={(now) => {
            setKept(now)
            setSetting(false)
          }}
          onCancel={() => setSetting(false)}
        />
      </Dialog>
    </Section>
  )
}

/** Trying what is held, or what is answered without; `address` null where it is not known yet where the interface lies. */
function useTrying(account: Account, way: ApiWayFacts) {
  const { data } = useQuery(captureList, { account: account.id }, ['captures'], 500)
  const name = CaptureWayName.parse(`api/${way.name}`)
  const address = data?.find((one) => one.way === name)?.scope.address ?? way.address
  const job = useJob(credentialTry, async (where: string) => ({ account: account.id, way: name, address: where }))
  return { address, ...job }
}

/** What came of it. */
function TriedWords({ result, refusal }: Pick<ReturnType<typeof useTrying>, 'result' | 'refusal'>) {
  if (refusal !== null) return <Notice tone="warn">{refusal.sentence}</Notice>
  return result === undefined ? null : <Notice tone={result.works ? 'info' : 'warn'}>{result.sentence}</Notice>
}

function KeptWords({ kept: { place, savedAt } }: { readonly kept: KeptCredential }) {
  const { zone } = useVault().summary
  if (place === 'none') return <Notice tone="warn">{t('memory')}</Notice>
  if (savedAt === null) return <p>{t('none')}</p>
  const day = formatInstant(Instant.parse(savedAt), zone, 'day')
  if (place === 'keychain') return <p>{t('keychain', { day })}</p>
  return (
    <Notice tone="warn" title={t('weak', { day })}>
      {t('weakAbout')}
    </Notice>
  )
}

interface FormProps {
  readonly account: Account
  readonly parts: readonly CredentialPart[]
  readonly onDone: (kept: KeptCredential) => void
  readonly onCancel: () => void
}

function LoginForm({ account, parts, onDone, onCancel }: FormProps) {
  const [values, setValues] = useState<Readonly<Partial<Record<CredentialPart, string>>>>({})
  const said = parts.flatMap((part) => (values[part]?.trim() ? [[part, values[part]] as const] : []))
  const saving = useAction(async () =>
    onDone(await keepCredential(account.id, Credential.parse(Object.fromEntries(said)))),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('about')}</p>
      {parts.map((part, place) => {
        const hint = HINTS[part]
        return (
          <Field
            key={part}
            label={t(part)}
            value={values[part] ?? ''}
            onChange={(value) => setValues({ ...values, [part]: value })}
            type={part === 'user' ? 'text' : 'password'}
            autoFocus={place === 0}
            {...(hint === undefined ? {} : { hint: t(hint) })}
          />
        )
      })}
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onCancel} disabled={said.length === 0}>
        {t('save')}
      </FormEnd>
    </form>
  )
}

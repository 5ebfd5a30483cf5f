// Confirming a key: its holder by a signature made elsewhere, or a second person who has compared the fingerprint with the holder.
import { type FormEvent, useState } from 'react'
import { KeyId, keyConfirm, keyStatement, type RegisteredKey } from '../../../shared/contract/key.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/keys.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly confirming: RegisteredKey
  /** Whether the holder acts: then the signature is asked for. */
  readonly asHolder: boolean
  readonly onDone: () => void
}

/** The form. */
export function KeyConfirm({ confirming, asHolder, onDone }: Props) {
  const key = KeyId.parse(confirming.id)
  const [signature, setSignature] = useState('')
  const { data } = useQuery(keyStatement, asHolder ? { key } : null, [])
  const confirm = useAction(async () => {
    await run(keyConfirm, { key, signature: asHolder ? signature.replace(/\s/g, '') : null })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void confirm.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p>{t(asHolder ? 'holderAbout' : 'secondAbout', { name: confirming.name })}</p>
      {asHolder ? (
        <>
          <pre className="mono">{data?.statement ?? ''}</pre>
          <Field label={t('signature')} value={signature} onChange={setSignature} required autoFocus />
        </>
      ) : (
        <p className="mono">{grouped(confirming.fingerprint)}</p>
      )}
      <FormEnd action={confirm} cancel={t('cancel')} onCancel={onDone} disabled={asHolder && signature.trim() === ''}>
        {t(asHolder ? 'isMine' : 'isTheirs')}
      </FormEnd>
    </form>
  )
}

/** A fingerprint in groups of eight, as it is read out; it breaks between them. */
export function grouped(fingerprint: string): string {
  return fingerprint.replace(/.{8}(?=.)/g, '$& ')
}

/** What is known of a key, in a few words. */
export function keyStanding({ counts, heldSince, comparedBy }: RegisteredKey): string {
  if (counts) return t('comparedBy', { name: comparedBy ?? '' })
  if (heldSince === null) return t('notShown')
  return t(comparedBy === null ? 'notCompared' : 'otherOffice')
}

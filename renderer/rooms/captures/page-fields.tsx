// What a capture of pages asks for beside the address: which pages, how far back, as whom they are seen, and the platform's terms.
import { termsFor } from '../../../shared/domain/capture/terms.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { openLink } from '../../client/grants.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { SignInPart } from '../../sign-in/sign-in-part.tsx'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { type Draft, lackOf } from './draft.ts'

const t = translator(en)

interface Props {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly account: AccountId | null
  /** Whether it was tried to begin: then what is missing is said. */
  readonly tried: boolean
}

/** The fields. */
export function PageFields({ draft, onChange, account, tried }: Props) {
  const { linked, from, signedIn, closed, attorney, place } = draft
  const lack = tried ? lackOf(draft) : null
  return (
    <>
      <Terms draft={draft} onChange={onChange} lacks={lack === 'terms'} />
      <Check on={linked} onChange={(on) => onChange({ ...draft, linked: on })} words={t('linked')} />
      <Field
        label={t('back')}
        value={from}
        onChange={(day) => onChange({ ...draft, from: day })}
        hint={t('backHint')}
        type="date"
      />
      <Check on={closed} onChange={(on) => onChange({ ...draft, closed: on })} words={t('closed')} />
      {closed && (
        <Field
          label={t('attorney')}
          value={attorney}
          onChange={(name) => onChange({ ...draft, attorney: name })}
          hint={t('closedHint')}
          error={lack === 'attorney' ? t('attorneyLacks') : undefined}
        />
      )}
      <Check on={signedIn} onChange={(on) => onChange({ ...draft, signedIn: on })} words={t('signedIn')} />
      {signedIn && account !== null && <SignInPart account={account} address={place.trim()} settled />}
    </>
  )
}

type TermsProps = Pick<Props, 'draft' | 'onChange'> & { readonly lacks: boolean }

/** The terms, before anything is captured; once they read otherwise, they are to be read anew. */
function Terms({ draft, onChange, lacks }: TermsProps) {
  const opening = useAction(openLink)
  const { version, platform, address, says } = termsFor(draft.place.trim())
  const title = platform === null ? t('termsOfSite') : t('termsOf', { platform })
  return (
    <section className="terms" aria-label={title}>
      <strong>{title}</strong>
      {says.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {address !== null && (
        <div className="form-actions start">
          <Button look="quiet" onPress={() => void opening.go(address)}>
            {t('termsOpen')}
          </Button>
        </div>
      )}
      <RefusalNotice refusal={opening.refusal} />
      <Check
        on={draft.read === version}
        onChange={(on) => onChange({ ...draft, read: on ? version : null })}
        words={t('termsRead')}
      />
      <p className="soft">{t('termsKept', { version })}</p>
      {lacks && <Notice tone="bad">{t('termsLack')}</Notice>}
    </section>
  )
}

// A new passphrase: chosen and typed twice, or made; judged while it is typed, and kept nowhere.
import { useState } from 'react'
import { passphraseFrom, whyGuessed } from '../../shared/text/passphrase.ts'
import { en } from '../locale/en/passphrase.ts'
import { translator } from '../locale/t.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Notice } from './notice.tsx'

const t = translator(en)

/** What was typed so far. */
interface Typed {
  readonly passphrase: string
  readonly again: string
  readonly made: boolean
  readonly kept: boolean
}

/** A passphrase that is being chosen. */
export interface NewPassphrase extends Typed {
  /** Why it would be guessed, as a sentence; null where nothing speaks against it. */
  readonly why: string | null
  /** Whether it can be used: strong, typed twice, and said to be kept. */
  readonly ready: boolean
  change(part: Partial<Typed>): void
}

/** @param known words that somebody who finds the file would try first */
export function useNewPassphrase(known: readonly string[]): NewPassphrase {
  const [typed, setTyped] = useState<Typed>({ passphrase: '', again: '', made: false, kept: false })
  const { passphrase, again, kept } = typed
  const why = passphrase === '' ? null : whyGuessed(passphrase, [...known])
  const ready = passphrase !== '' && why === null && again === passphrase && kept
  return { ...typed, why, ready, change: (part) => setTyped((before) => ({ ...before, ...part })) }
}

/** Its fields. */
export function NewPassphraseFields({ chosen }: { readonly chosen: NewPassphrase }) {
  const { passphrase, again, made, kept, why, change } = chosen
  const makeOne = () => {
    const one = passphraseFrom((bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
    change({ passphrase: one, again: one, made: true })
  }
  return (
    <>
      <div className="form-actions start">
        <Button icon="lock" onPress={makeOne}>
          {t('make')}
        </Button>
      </div>
      <Field
        label={t('passphrase')}
        type={made ? 'text' : 'password'}
        value={passphrase}
        onChange={(words) => change({ passphrase: words, made: false })}
        error={why ?? undefined}
        required
      />
      {made ? (
        <Notice tone="info">{t('made')}</Notice>
      ) : (
        <Field
          label={t('again')}
          type="password"
          value={again}
          onChange={(words) => change({ again: words })}
          error={again !== '' && again !== passphrase ? t('differs') : undefined}
          required
        />
      )}
      <label className="check">
        <input type="checkbox" checked={kept} onChange={(event) => change({ kept: event.target.checked })} />
        <span>{t('kept')}</span>
      </label>
    </>
  )
}

interface RecoveryProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/

/** Whether what was typed as a recovery key is one, or nothing was. */
export function isRecoveryKey(typed: string): boolean {
  return typed.trim() === '' || RECIPIENT.test(typed.trim())
}

/** The public half of a recovery key, which nobody need have. */
export function RecoveryField({ value, onChange }: RecoveryProps) {
  return (
    <Field
      label={t('recovery')}
      value={value}
      onChange={onChange}
      hint={t('recoveryHint')}
      error={isRecoveryKey(value) ? undefined : t('recoveryWrong')}
    />
  )
}

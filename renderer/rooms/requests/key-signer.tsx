// How something is signed: with the confirmed key of whoever acts, or without one.
import { useEffect } from 'react'
import { keyList } from '../../../shared/contract/key.ts'
import { acting } from '../../client/acting.ts'
import { useQuery } from '../../client/query.ts'
import { useStore } from '../../client/store.ts'
import { en } from '../../locale/en/signing.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)

/** `key` null: the name is typed. */
export interface Signing {
  readonly key: number | null
  readonly passphrase: string
}

export const NO_SIGNATURE: Signing = { key: null, passphrase: '' }

interface Props {
  readonly signing: Signing
  /** What is said where whoever acts has no confirmed key here. */
  readonly noKey: string
  readonly onChange: (signing: Signing) => void
}

/** The confirmed key of whoever acts that signs here; null where there is none, undefined until it is known. */
export function useOwnKey(): number | null | undefined {
  const me = useStore(acting)
  const { data: keys } = useQuery(keyList, {}, ['people'])
  if (keys === undefined) return undefined
  return keys.find((key) => key.person === me && key.here && key.counts && key.endedAt === null)?.id ?? null
}

/** The choice and the passphrase; only a notice where whoever acts has no confirmed key here. */
export function KeySigner({ signing, noKey, onChange }: Props) {
  const own = useOwnKey()
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen anew only where another key is there
  useEffect(() => onChange({ key: own ?? null, passphrase: '' }), [own])
  if (own === undefined) return null
  if (own === null) return <Notice tone="info">{noKey}</Notice>
  return (
    <>
      <Picker
        label={t('how')}
        value={signing.key === null ? 'no' : 'yes'}
        onChange={(id) => onChange({ key: id === 'yes' ? own : null, passphrase: '' })}
        choices={[
          { id: 'yes', label: t('byKey.yes') },
          { id: 'no', label: t('byKey.no') },
        ]}
      />
      {signing.key !== null && (
        <Field
          type="password"
          label={t('passphrase')}
          value={signing.passphrase}
          onChange={(passphrase) => onChange({ ...signing, passphrase })}
          hint={t('passphraseAbout')}
          required
        />
      )}
    </>
  )
}

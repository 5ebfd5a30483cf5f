// Whose archive it is: an account of the register, or another, registered on the spot.
import { useState } from 'react'
import type { Recognition } from '../../../shared/contract/intake.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { AccountId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly platform: string | null
  readonly found: Recognition | undefined
  readonly value: AccountId | null
  readonly onChange: (id: AccountId) => void
}

/** The choice. */
export function AccountChoice({ platform, found, value, onChange }: Props) {
  const { accounts } = useVault()
  const listed = [...accounts.values()].filter(({ personal }) => personal === undefined)
  const [typed, setTyped] = useState('')
  const named = found?.ownerHandle ?? null
  const handle = named ?? (typed.trim().replace(/^@/, '') || null)
  const known = listed.some(
    (account) => account.handle.toLowerCase() === handle?.toLowerCase() && account.platform === platform,
  )
  const registering = useAction(async () => {
    if (handle === null || platform === null) return
    const draft = {
      platform,
      handle,
      name: found?.ownerName ?? '',
      department: '',
      liaison: '',
      nativeId: found?.ownerNativeId ?? null,
    }
    const { id } = await run(accountAdd, draft)
    setTyped('')
    onChange(id)
  })
  return (
    <>
      {listed.length > 0 && (
        <Picker
          label={t('whose')}
          placeholder={t('chooseAccount')}
          value={value === null ? null : String(value)}
          onChange={(id) => onChange(AccountId.parse(Number(id)))}
          choices={listed.map((account) => ({
            id: String(account.id),
            label: `@${account.handle}`,
            detail: [platformWord(account.platform), account.name, account.department].filter(Boolean).join(' · '),
          }))}
        />
      )}
      {named === null && platform !== null && (
        <details open={listed.length === 0}>
          <summary>{t('register')}</summary>
          <Field label={t('handle')} value={typed} onChange={setTyped} hint={t('registerFirst')} />
        </details>
      )}
      {handle !== null && platform !== null && !known && (
        <div>
          <Button icon="plus" onPress={() => void registering.go()} busy={registering.busy}>
            {t('registerIt', { handle })}
          </Button>
        </div>
      )}
      <RefusalNotice refusal={registering.refusal} />
    </>
  )
}

// Starting an import: the platform, which may be overruled, and whose archive it is.
import { useState } from 'react'
import { intakeImport, type Recognition } from '../../../shared/contract/intake.ts'
import type { AccountId, GrantId, JobId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { knownPlatforms, platformWord } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { AccountChoice } from './account-choice.tsx'

const t = translator(en)

interface Props {
  readonly sources: readonly GrantId[]
  /** What the files most likely are. */
  readonly best: Recognition | undefined
  readonly onCancel: () => void
  readonly onStarted: (job: JobId) => void
}

/** The form. */
export function ImportForm({ sources, best, onCancel, onStarted }: Props) {
  const { accounts } = useVault()
  const [overruled, setOverruled] = useState<string | null>(null)
  const [chosen, setChosen] = useState<AccountId | null>(null)
  const platform = overruled ?? best?.platform ?? null
  const own = [...accounts.values()].find((account) => isOwner(account, best))
  const account = chosen ?? own?.id ?? null
  const picked = account === null ? undefined : accounts.get(account)
  const starting = useAction(async () => {
    if (account === null) return
    onStarted(await start(intakeImport, { sources: [...sources], account, platform: overruled }))
  })
  return (
    <div className="form">
      <Picker
        label={t('overrule')}
        placeholder={t('choosePlatform')}
        value={platform}
        onChange={(id) => setOverruled(id === best?.platform ? null : id)}
        choices={knownPlatforms.map((id) => ({
          id,
          label: id === best?.platform ? t('asRecognised', { platform: platformWord(id) }) : platformWord(id),
        }))}
      />
      <AccountChoice platform={platform} found={best} value={account} onChange={setChosen} />
      {picked && best?.ownerHandle && !isOwner(picked, best) && (
        <Notice tone="warn">{t('differentOwner', { found: best.ownerHandle, chosen: picked.handle })}</Notice>
      )}
      <RefusalNotice refusal={starting.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button
          look="strong"
          onPress={() => void starting.go()}
          busy={starting.busy}
          disabled={account === null || platform === null}
        >
          {t('start')}
        </Button>
      </div>
    </div>
  )
}

interface Owned {
  readonly handle: string
  readonly nativeId: string | null
}

/** Handles differ in case only by accident; the platform's own number decides where both are known. */
function isOwner(account: Owned, found: Recognition | undefined): boolean {
  if (!found) return false
  if (account.nativeId !== null && found.ownerNativeId !== null) return account.nativeId === found.ownerNativeId
  return found.ownerHandle !== null && account.handle.toLowerCase() === found.ownerHandle.toLowerCase()
}

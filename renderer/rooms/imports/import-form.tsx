// Starting an import: the platform, which may be overruled, whose archive it is, and what of it is kept.
import { useState } from 'react'
import { type IntakePreview, intakeImport, type Recognition } from '../../../shared/contract/intake.ts'
import type { AccountId, GrantId, JobId } from '../../../shared/domain/id.ts'
import type { FileGroup } from '../../../shared/domain/intake/file-group.ts'
import type { MappingName } from '../../../shared/domain/intake/mapping.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { knownPlatforms, platformWord } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { AccountChoice } from './account-choice.tsx'
import { GroupChoice } from './group-choice.tsx'

const t = translator(en)

interface Props {
  readonly sources: readonly GrantId[]
  /** What the files most likely are. */
  readonly best: Recognition | undefined
  readonly shown: IntakePreview['export']
  readonly platform: string | null
  /** The mapping by which tables are read; it says of which platform they are. */
  readonly mapping: MappingName | null
  readonly overruled: string | null
  readonly account: AccountId | null
  readonly onPlatform: (overruled: string | null) => void
  readonly onAccount: (account: AccountId) => void
  readonly onCancel: () => void
  readonly onStarted: (job: JobId) => void
}

/** The form. */
export function ImportForm(props: Props) {
  const { sources, best, shown, platform, mapping, overruled, account, onPlatform, onAccount, onCancel, onStarted } =
    props
  const [chosen, setChosen] = useState<ReadonlySet<FileGroup> | null>(null)
  const [attorney, setAttorney] = useState('')
  const usual = shown?.groups.flatMap(({ group, leftOut }) => (leftOut ? [group] : [])) ?? []
  const leaveOut = chosen ?? new Set(usual)
  const needsAttorney = (shown?.holds.length ?? 0) > 0 && leaveOut.size > 0
  const starting = useAction(async () => {
    if (account === null) return
    const choice = chosen === null ? null : [...chosen]
    const allowedBy = needsAttorney ? attorney.trim() : null
    const said = mapping === null ? overruled : null
    const kept = { leaveOut: choice, attorney: allowedBy }
    const input = { sources: [...sources], account, platform: said, mapping, ...kept }
    onStarted(await start(intakeImport, input))
  })
  return (
    <div className="form">
      {mapping === null && (
        <Picker
          label={t('overrule')}
          placeholder={t('choosePlatform')}
          value={platform}
          onChange={(id) => {
            setChosen(null)
            onPlatform(id === best?.platform ? null : id)
          }}
          choices={[...new Set([...(platform === null ? [] : [platform]), ...knownPlatforms])].map((id) => ({
            id,
            label: id === best?.platform ? t('asRecognised', { platform: platformWord(id) }) : platformWord(id),
          }))}
        />
      )}
      <AccountChoice platform={platform} found={best} value={account} onChange={onAccount} />
      {shown?.ownerWarning && <Notice tone="warn">{shown.ownerWarning}</Notice>}
      {shown && (
        <GroupChoice
          shown={shown}
          leaveOut={leaveOut}
          onLeaveOut={setChosen}
          attorney={attorney}
          onAttorney={setAttorney}
        />
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
          disabled={account === null || platform === null || (needsAttorney && attorney.trim() === '')}
        >
          {t('start')}
        </Button>
      </div>
    </div>
  )
}

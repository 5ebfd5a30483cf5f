// Which groups of files are kept: what is not ticked never comes into the vault.
import type { IntakePreview } from '../../../shared/contract/intake.ts'
import { FILE_GROUP_WORDS, type FileGroup } from '../../../shared/domain/intake/file-group.ts'
import { en } from '../../locale/en/imports.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

const t = translator(en)

type Shown = NonNullable<IntakePreview['export']>

interface Props {
  readonly shown: Shown
  readonly leaveOut: ReadonlySet<FileGroup>
  readonly onLeaveOut: (groups: ReadonlySet<FileGroup>) => void
  readonly attorney: string
  readonly onAttorney: (name: string) => void
}

/** The choice; under a hold it asks for the attorney's name as soon as anything is left out. */
export function GroupChoice({ shown: { groups, holds }, leaveOut, onLeaveOut, attorney, onAttorney }: Props) {
  if (groups.length === 0) return null
  const toggle = (group: FileGroup, keep: boolean) => {
    const next = new Set(leaveOut)
    if (keep) next.delete(group)
    else next.add(group)
    onLeaveOut(next)
  }
  return (
    <fieldset className="legend groups">
      <legend>{t('kept')}</legend>
      <p className="hint">{t('keptAbout')}</p>
      {groups.map(({ group, files, bytes, examples }) => (
        <label key={group} className="check">
          <input
            type="checkbox"
            checked={!leaveOut.has(group)}
            onChange={(event) => toggle(group, event.target.checked)}
          />
          <span className="group-words">
            <span className="group-name">{FILE_GROUP_WORDS[group]}</span>
            <span className="group-size soft">{t('groupSize', { count: files, size: formatBytes(bytes) })}</span>
            <span className="group-examples soft">
              <bdi>{examples.join(', ')}</bdi>
              {files > examples.length && ' …'}
            </span>
          </span>
        </label>
      ))}
      {holds.length > 0 && (
        <Notice tone="warn" title={t('held')}>
          {t('heldAbout', { holds: holds.join('; ') })}
        </Notice>
      )}
      {holds.length > 0 && leaveOut.size > 0 && (
        <Field label={t('attorney')} value={attorney} onChange={onAttorney} required hint={t('attorneyHint')} />
      )}
    </fieldset>
  )
}

// What holds for all rows of a table: of which platform they are, of what kind, how times are written.
import { useMemo } from 'react'
import type { Table } from '../../../shared/contract/mapping.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { MappingRules, TimeFormat } from '../../../shared/domain/intake/mapping.ts'
import { RecordKind } from '../../../shared/domain/record/record.ts'
import { useVault } from '../../client/vault.ts'
import { knownPlatforms, platformWord, word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/mapping.ts'
import { translator } from '../../locale/t.ts'
import { zoneChoices } from '../../locale/zones.ts'
import { Notice } from '../../ui/notice.tsx'
import { Picker, SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)
const kinds = RecordKind.options.map((kind) => ({ id: kind, label: word(kind) }))
const formats = TimeFormat.options.map((format) => ({ id: format, label: t(`format.${format}`) }))

interface Props {
  readonly table: Table
  readonly rules: MappingRules
  readonly onRules: (rules: MappingRules) => void
}

/** The settings. */
export function MappingSettings({ table, rules, onRules }: Props) {
  return (
    <div className="form wide">
      <div className="form-row">
        <PlatformChoice rules={rules} onRules={onRules} />
        {'is' in rules.kind && (
          <Picker
            label={t('kindOfAll')}
            choices={kinds}
            value={rules.kind.is}
            onChange={(id) => onRules({ ...rules, kind: { is: RecordKind.parse(id) } })}
          />
        )}
        {rules.time && <TimeChoice rules={rules} time={rules.time} onRules={onRules} />}
      </div>
      {'column' in rules.kind && <KindWords table={table} kind={rules.kind} rules={rules} onRules={onRules} />}
    </div>
  )
}

function PlatformChoice({ rules, onRules }: Omit<Props, 'table'>) {
  const { accounts } = useVault()
  const names = new Set([
    rules.platform,
    ...[...accounts.values()].map(({ platform }) => platform),
    ...knownPlatforms,
    'other',
  ])
  return (
    <Picker
      label={t('platform')}
      choices={[...names].map((id) => ({ id, label: platformWord(id) }))}
      value={rules.platform}
      onChange={(id) => onRules({ ...rules, platform: PlatformName.parse(id) })}
    />
  )
}

interface TimeProps extends Omit<Props, 'table'> {
  readonly time: NonNullable<MappingRules['time']>
}

function TimeChoice({ rules, time, onRules }: TimeProps) {
  const zones = useMemo(
    () => [
      { id: 'unknown', label: t('zoneUnknown') },
      { id: 'UTC', label: 'UTC' },
      ...zoneChoices().filter(({ id }) => id !== 'UTC'),
    ],
    [],
  )
  return (
    <>
      <Picker
        label={t('timeFormat')}
        choices={formats}
        value={time.format}
        onChange={(id) => onRules({ ...rules, time: { ...time, format: TimeFormat.parse(id) } })}
      />
      <SearchPicker
        label={t('zone')}
        hint={t('zoneHint')}
        choices={zones}
        value={time.zone}
        onChange={(id) => onRules(MappingRules.parse({ ...rules, time: { ...time, zone: id } }))}
      />
    </>
  )
}

interface KindProps extends Props {
  readonly kind: Extract<MappingRules['kind'], { readonly column: string }>
}

function KindWords({ table, kind, rules, onRules }: KindProps) {
  const words = Object.keys(kind.words)
  if (words.length === 0) return <Notice tone="warn">{t('noWords')}</Notice>
  const filled = table.columns.find(({ path }) => path === kind.column)?.filled ?? 0
  return (
    <div className="form-row">
      {words.map((name) => (
        <Picker
          key={name}
          label={t('kindOfWord', { word: name })}
          choices={kinds}
          value={kind.words[name] ?? null}
          onChange={(id) =>
            onRules({ ...rules, kind: { ...kind, words: { ...kind.words, [name]: RecordKind.parse(id) } } })
          }
        />
      ))}
      {filled < table.rows && (
        <Picker
          label={t('kindEmpty')}
          choices={[{ id: 'none', label: t('noRecord') }, ...kinds]}
          value={kind.otherwise ?? 'none'}
          onChange={(id) =>
            onRules({ ...rules, kind: { ...kind, otherwise: id === 'none' ? null : RecordKind.parse(id) } })
          }
        />
      )}
    </div>
  )
}

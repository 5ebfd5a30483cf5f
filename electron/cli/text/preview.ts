// What an import would bring, in lines.
import type { IntakePreview } from '../../../shared/contract/intake.ts'
import { FILE_GROUP_WORDS } from '../../../shared/domain/intake/file-group.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { amountOfKind } from '../../../shared/text/names.ts'
import { bytes, count, counted, when } from './number.ts'
import { oneLine } from './printable.ts'
import { facts, table } from './table.ts'

type Shown = NonNullable<IntakePreview['export']>

/** @param zone the City's zone */
export function previewLines(
  { recognitions, refusals, bytes: size, export: shown }: IntakePreview,
  zone: string,
): string[] {
  if (shown === null) {
    const why = refusals.length > 0 ? refusals.map(oneLine) : ['This is not an export that Muniment can read yet.']
    return [...why, 'Nothing was stored.']
  }
  const found = recognitions.find(({ platform }) => platform === shown.platform)
  const sure = found === undefined ? 'as you said' : `${Math.round(found.confidence * 100)} % sure`
  const at = (instant: number | null) => when(instant === null ? null : Instant.parse(instant), zone)
  return [
    ...facts([
      ['Platform', `${shown.platform} (${shown.layout}), ${sure}`],
      ['Owner', `${shown.ownerHandle ?? 'not said'}${shown.ownerNativeId === null ? '' : ` (${shown.ownerNativeId})`}`],
      ['Made by the platform', at(shown.generatedAt)],
      ['Period', shown.period === null ? '–' : `${at(shown.period.from)} to ${at(shown.period.to)}`],
      ['Size', bytes(size)],
    ]),
    ...(shown.ownerWarning === null ? [] : [`WARNING: ${oneLine(shown.ownerWarning)}`]),
    '',
    ...itemLines(shown),
    '',
    ...table(shown.groups, [
      { title: 'Group', value: ({ group }) => `${FILE_GROUP_WORDS[group]} (${group})`, most: 60 },
      { title: 'Files', side: 'right', value: ({ files }) => count(files) },
      { title: 'Size', side: 'right', value: (group) => bytes(group.bytes) },
      { title: 'Kept', value: ({ leftOut }) => (leftOut ? 'left out' : 'kept') },
    ]),
    ...shown.holds.map(
      (hold) => `Held: ${oneLine(hold)}. Everything is kept unless the City Attorney allows otherwise.`,
    ),
    '',
    'Nothing was stored.',
  ]
}

function itemLines({ kinds, types, failed, compared, partial }: Shown): string[] {
  const read = (kinds ?? []).map(({ kind, count: number }) => amountOfKind(number, kind)).join(', ')
  const claimed = types.map(({ type, files, claimed: items }) =>
    items === null ? `${type}: ${counted(files, 'file')}` : `${type}: ${counted(items, 'item')} claimed`,
  )
  return [
    ...(partial === null ? [read === '' ? 'No records.' : `Holds ${read}.`] : [partial, ...claimed]),
    ...(failed === 0 ? [] : [`${counted(failed, 'item')} cannot be understood; the import will say which.`]),
    ...(compared === null
      ? []
      : [
          `Against the vault: ${count(compared.new)} new, ${count(compared.changed)} changed, ${count(compared.same)} the same.`,
        ]),
  ]
}

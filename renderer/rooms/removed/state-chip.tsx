// Where an entry of the log stands, as a chip.
import type { RemovedEntry } from '../../../shared/contract/removed.ts'
import { en } from '../../locale/en/removed.ts'
import { translator } from '../../locale/t.ts'
import { Chip } from '../../ui/chip.tsx'

const t = translator(en)

/** Where an entry stands. */
export function StateChip({ state }: Pick<RemovedEntry, 'state'>) {
  const tone = state === 'closed' ? 'good' : state === 'open' || state === 'appealed' ? 'warn' : 'plain'
  return <Chip tone={tone}>{t(`state.${state}`)}</Chip>
}

// How a letter stands.
import type { Letter } from '../../../../shared/domain/request/letter.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { Chip } from '../../../ui/chip.tsx'

const t = translator(en)

/** How a letter stands, as a chip. */
export function StateChip({ state }: Pick<Letter, 'state'>) {
  const tone = state === 'sent' ? 'good' : state === 'signed' ? 'accent' : 'plain'
  return <Chip tone={tone}>{t(`state.${state}`)}</Chip>
}

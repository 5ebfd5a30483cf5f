// The parts of the room Law, as the palette finds them.
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The parts, in their order. */
export const parts = ['rules', 'exemptions', 'holidays', 'fees', 'letters', 'files'] as const

/** The places. */
export function usePlaces(): readonly Place[] {
  return parts.map((part) => ({
    id: `law ${part}`,
    label: t(`place.${part}`),
    icon: 'law',
    to: address('law', [part]),
  }))
}

// The parts of the room Office.
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { formAddress } from '../../workspace/doing.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The parts, in their order. */
export const parts = ['answers', 'registers', 'flags', 'report'] as const

/** The parts and the form as the palette finds them. */
export const places: readonly Place[] = [
  ...parts.map(
    (part): Place => ({
      id: `office ${part}`,
      label: t(`part.${part}`),
      icon: 'city',
      to: address('office', [part]),
    }),
  ),
  { id: 'office add', label: t('add'), icon: 'city', to: formAddress('office', 'add', ['registers']) },
]

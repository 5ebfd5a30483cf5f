// The parts of the settings as the palette finds them.
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { formAddress } from '../../workspace/doing.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The parts in their order. */
export const parts = ['city', 'calendar', 'people', 'safety', 'look', 'support'] as const

/** The places. */
export const places: readonly Place[] = [
  ...parts.map(
    (part): Place => ({
      id: `settings ${part}`,
      label: t('place', { part: t(`part.${part}`) }),
      icon: 'settings',
      to: address('settings', [part]),
    }),
  ),
  {
    id: 'settings year',
    label: t('addYearTitle'),
    icon: 'settings',
    to: formAddress('settings', 'year', ['calendar']),
  },
]

// The forms of the room Purge reports, as the palette finds them.
import { en } from '../../locale/en/disposition.ts'
import { en as transferWords } from '../../locale/en/transfers.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { formAddress } from '../../workspace/doing.ts'

const t = translator(en)
const transfers = translator(transferWords)

/** The forms of the room. */
export const places: readonly Place[] = [
  { id: 'disposition make', label: t('make'), icon: 'purge', to: formAddress('disposition', 'make') },
  {
    ...{ id: 'disposition copy', label: transfers('makeTitle'), icon: 'purge' },
    to: formAddress('disposition', 'copy'),
  },
]

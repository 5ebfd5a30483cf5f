// The ways of the room Classify, and its forms, as the palette finds them.
import { en } from '../../locale/en/classify.ts'
import { en as rules } from '../../locale/en/rules.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { formAddress } from '../../workspace/doing.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)
const tr = translator(rules)

/** The ways and the forms. */
export const places: readonly Place[] = [
  { id: 'classify bulk', label: t('toMany'), icon: 'tag', to: address('classify', ['bulk']) },
  { id: 'classify rules', label: t('toRules'), icon: 'tag', to: address('classify', ['rules']) },
  { id: 'classify rule', label: tr('addTitle'), icon: 'tag', to: formAddress('classify', 'rule', ['rules']) },
]

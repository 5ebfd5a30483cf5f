// That an act is the City Attorney's, said before it is tried by somebody else.
import { acting } from '../../../client/acting.ts'
import { useStore } from '../../../client/store.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/openings.ts'
import { translator } from '../../../locale/t.ts'
import { Notice } from '../../../ui/notice.tsx'

const t = translator(en)

/** The notice; nothing where the attorney is acting. @param act what is done, in words */
export function AttorneyOnly({ act }: { readonly act: string }) {
  const { people } = useVault()
  const person = useStore(acting)
  const known = person === null ? undefined : people.get(person)
  if (known?.role === 'city-attorney') return null
  const words = known === undefined ? t('attorneyNobody', { act }) : t('attorneyOther', { act, name: known.name })
  return <Notice tone="warn">{words}</Notice>
}

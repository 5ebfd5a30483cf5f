// Who did something and when, as notes and files say it.
import type { PersonId } from '../../shared/domain/id.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/papers.ts'
import { translator } from '../locale/t.ts'
import { formatInstant } from '../locale/time.ts'

const t = translator(en)

export interface Signed {
  readonly at: Instant
  readonly by: PersonId | null
}

/** Makes name and moment of whoever did something. */
export function useSigned(): (signed: Signed) => { readonly name: string; readonly when: string } {
  const { summary, people } = useVault()
  return ({ at, by }) => ({
    name: by === null ? t('unknown') : (people.get(by)?.name ?? by),
    when: formatInstant(at, summary.zone, 'moment'),
  })
}

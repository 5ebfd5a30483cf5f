// Who signs for something that is done to a whole vault.
import { PersonId } from '../../../shared/domain/id.ts'
import type { GlobalOptions } from '../command.ts'
import { UsageError } from '../failure.ts'
import type { Surroundings } from '../surroundings.ts'

/** The person named by `--as` or the environment. @throws UsageError where none is */
export function signer(options: GlobalOptions, { env }: Pick<Surroundings, 'env'>): PersonId {
  const id = PersonId.safeParse(options.as ?? env.MUNIMENT_AS)
  if (id.success) return id.data
  throw new UsageError('Say who signs this: --as PERSON, their short name.')
}

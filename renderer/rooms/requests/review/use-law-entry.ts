// What the City's law book says of an exemption: whether it is confirmed, and whether the ordinance is asked.
import { type LawEntry, lawShow } from '../../../../shared/contract/law.ts'
import { useQuery } from '../../../client/query.ts'

/** The entry, or undefined until it is known. */
export function useLawEntry(exemption: string): LawEntry | undefined {
  const { data } = useQuery(lawShow, {}, ['vault'])
  return data?.entries.find(({ group, id }) => group === 'exemption' && id === exemption)
}

// Who signed a paper about a hold: somebody whom the vault knows.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Person } from '../../../../shared/domain/people/person.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listPeople } from '../../vault/repository/account/people.ts'

/**
 * The one person of this short name, full name or title.
 * @param kept what is said to have been kept where nobody is meant, as a sentence
 * @throws MunimentError PERSON_UNKNOWN
 */
export function signer(db: Driver, text: string, kept: string): Person {
  const wanted = text.toLowerCase()
  const [person, another] = listPeople(db).filter((one) =>
    [one.id, one.name, one.title].some((name) => name.toLowerCase() === wanted),
  )
  if (person !== undefined && another === undefined) return person
  const which = person === undefined ? `knows nobody called “${text}”` : `knows several people called “${text}”`
  const next = 'Name the person who signed it as People lists them, then try again.'
  throw new MunimentError('PERSON_UNKNOWN', `This vault ${which}. ${kept} ${next}`)
}

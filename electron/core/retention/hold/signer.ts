// Who signed a paper about a hold: somebody whom the vault knows.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Person } from '../../../../shared/domain/people/person.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listPeople } from '../../vault/repository/account/people.ts'

/**
 * The one person of this short name, full name or title who acts in this vault: whoever left the office signs nothing for it any more.
 * @param kept what is said to have been kept where nobody is meant, as a sentence
 * @throws MunimentError PERSON_UNKNOWN
 */
export function signer(db: Driver, text: string, kept: string): Person {
  const wanted = text.toLowerCase()
  const called = listPeople(db).filter((one) =>
    [one.id, one.name, one.title].some((name) => name.toLowerCase() === wanted),
  )
  const [person, another] = called.filter(({ endedAt }) => endedAt === undefined)
  if (person !== undefined && another === undefined) return person
  const next = 'Name the person who signed it as People lists them, then try again.'
  const [left] = called
  if (person === undefined && left !== undefined)
    throw new MunimentError('PERSON_UNKNOWN', `${left.name} acts in this vault no more. ${kept} ${next}`)
  const which = person === undefined ? `knows nobody called “${text}”` : `knows several people called “${text}”`
  throw new MunimentError('PERSON_UNKNOWN', `This vault ${which}. ${kept} ${next}`)
}

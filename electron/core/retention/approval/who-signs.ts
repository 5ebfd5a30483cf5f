// Whose key signs: that of the person named, who holds the office that the approval is of.
import type { ListedPerson } from '../../../../shared/contract/people.ts'
import { type ApprovalRole, approvalWords } from '../../../../shared/domain/disposition/approval.ts'
import { Role } from '../../../../shared/domain/people/person.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import { refusedApproval } from './subject.ts'

/** The person of the register with a name or short name, who may sign as this office. @throws MunimentError APPROVAL_REFUSED */
export function signerNamed(db: Driver, name: string, role: ApprovalRole): ListedPerson {
  const named = listPeople(db).filter((person) => person.id === name || person.name === name)
  const [person, other] = named
  if (person === undefined || other !== undefined) {
    const how = person === undefined ? 'Nobody' : 'More than one person'
    throw refusedApproval(`${how} of this vault is called ${name}. Nothing was recorded; give the short name.`)
  }
  if (person.endedAt !== undefined)
    throw refusedApproval(`${person.name} acts in this vault no more. Nothing was recorded.`)
  const { office } = approvalWords[role]
  if (Role.safeParse(role).success && person.role !== role) {
    throw refusedApproval(`${person.name} is not registered as ${office}. Nothing was recorded.`)
  }
  return person
}

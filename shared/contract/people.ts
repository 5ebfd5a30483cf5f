// Operations on people and accounts.
import { z } from 'zod'
import { Account, AccountDraft } from '../domain/account/account.ts'
import { AccountId, PersonId } from '../domain/id.ts'
import { Person, PersonChange } from '../domain/people/person.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from './define.ts'

const Reason = z.string().trim().min(1).max(500)

/** A person of the register; `endedAt` stands only with those who act no more. */
export const ListedPerson = Person.extend({ endedAt: Instant.optional() })
export type ListedPerson = z.infer<typeof ListedPerson>

export const personList = query('person.list', {
  summary: 'Everybody who may act in this vault, and those who once did.',
  input: z.strictObject({}),
  output: z.array(ListedPerson),
})

export const personAdd = command('person.add', {
  summary: 'Names a person who may act in this vault.',
  input: Person,
  output: Person,
  errors: ['PERSON_EXISTS'],
})

export const personChange = command('person.change', {
  summary: 'Gives a person another name, title or role; what stood before is kept. Who acted no more acts again.',
  input: Person.extend({ reason: Reason }),
  output: Person,
  errors: ['PERSON_UNKNOWN'],
})

export const personEnd = command('person.end', {
  summary: 'Says that a person acts in this vault no more; everything that they did keeps their name.',
  input: z.strictObject({ id: PersonId, reason: Reason }),
  output: z.strictObject({}),
  errors: ['PERSON_UNKNOWN'],
})

export const personHistory = query('person.history', {
  summary: 'How the names, titles and roles of people changed, the newest change first.',
  input: z.strictObject({}),
  output: z.array(PersonChange),
})

export const accountList = query('account.list', {
  summary: "The register of the City's accounts, with how many records each holds.",
  input: z.strictObject({}),
  output: z.array(Account),
})

export const accountAdd = command('account.add', {
  summary: 'Registers an account of the City on a platform.',
  input: AccountDraft,
  output: z.strictObject({ id: AccountId }),
  errors: ['ACCOUNT_EXISTS'],
})

export const accountMark = command('account.mark', {
  summary: 'Says whose own account an account is, or that it is the City’s after all.',
  input: z.strictObject({ account: AccountId, personal: z.string().trim().min(1).max(200).nullable() }),
  output: z.strictObject({ id: AccountId }),
  errors: ['ACCOUNT_UNKNOWN'],
})

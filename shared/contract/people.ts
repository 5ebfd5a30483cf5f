// Operations on people and accounts.
import { z } from 'zod'
import { Account, AccountDraft } from '../domain/account.ts'
import { AccountId } from '../domain/id.ts'
import { Person } from '../domain/person.ts'
import { command, query } from './define.ts'

export const personList = query('person.list', {
  summary: 'Everybody who may act in this vault.',
  input: z.strictObject({}),
  output: z.array(Person),
})

export const personAdd = command('person.add', {
  summary: 'Names a person who may act in this vault.',
  input: Person,
  output: Person,
  errors: ['PERSON_EXISTS'],
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

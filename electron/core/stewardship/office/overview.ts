// What the registers leave open.
import type { Control } from '../../../../shared/contract/office.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import type { HandedOver, Said } from '../../../../shared/domain/office/office.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { stepsByAccount } from '../../vault/repository/account/channel.ts'
import { loginDuties, loginOfficers } from '../../vault/repository/account/login.ts'
import { listAccounts, listPeople } from '../../vault/repository/account/people.ts'
import { newestProofs } from '../../vault/repository/office/steward-facts.ts'
import { standing } from '../channel.ts'
import { officeEntries } from './entries.ts'

type Kind = Parameters<typeof officeEntries>[1][number]

/** Entries of a kind that stand, with what they say. */
function standingOf<One extends Kind>(db: Driver, kind: One) {
  return officeEntries(db, [kind]).flatMap((entry) => {
    const { said } = entry
    return entry.stands && isOf(said, kind) ? [{ ...entry, said }] : []
  })
}

function isOf<One extends Kind>(said: { readonly kind: Kind }, kind: One): said is Said<One> {
  return said.kind === kind
}

/** The City's own accounts that were not given up. */
export function livingAccounts(db: Driver): readonly Account[] {
  const steps = stepsByAccount(db)
  return listAccounts(db).filter(
    ({ id, personal }) => personal === undefined && standing(steps.get(id) ?? [])?.state !== 'dissolved',
  )
}

interface Gap {
  readonly department: string
  readonly why: 'no-liaison' | 'no-deputy'
  readonly accounts: number
}

/** Departments with accounts that have no liaison, or none to stand in. */
export function coverageGaps(db: Driver): Gap[] {
  const liaisons = standingOf(db, 'liaison')
  const byDepartment = Map.groupBy(livingAccounts(db), ({ department }) => department)
  const departments = [...new Set([...byDepartment.keys(), ...liaisons.map(({ said }) => said.department)])]
  return departments.sort().flatMap((department): Gap[] => {
    const own = liaisons.filter(({ said }) => same(said.department, department))
    const accounts = byDepartment.get(department) ?? []
    const named =
      own.some(({ said }) => said.liaison !== '') ||
      (accounts.length > 0 && accounts.every(({ liaison }) => liaison !== ''))
    if (!named) return [{ department, why: 'no-liaison', accounts: accounts.length }]
    const deputy = own.some(({ said }) => said.deputy !== '')
    return deputy ? [] : [{ department, why: 'no-deputy', accounts: accounts.length }]
  })
}

/** For each living account how it is shown to be in the City's hands. */
export function controls(db: Driver): Control[] {
  const proofs = newestProofs(db)
  const custody = standingOf(db, 'custody')
  const duties = loginDuties(db)
  return livingAccounts(db).map(({ id }) => ({
    account: id,
    proof: proofs.get(id) ?? null,
    owner:
      custody.find((one) => one.account === id && one.said.role === 'owner' && one.said.until === null)?.said.holder ??
      null,
    answered: (duties.get(id)?.owner ?? '') !== '',
  }))
}

/** Papers that the office must have and that are not among its papers. */
export function missingPapers(db: Driver): ('agreement' | 'standard-practice' | 'guide')[] {
  const held = new Set(standingOf(db, 'paper').map(({ said }) => said.what))
  return (['agreement', 'standard-practice', 'guide'] as const).filter((what) => !held.has(what))
}

/** Everything that a person holds, by name. */
export function heldBy(db: Driver, person: string): HandedOver[] {
  const holds = (name: string) => same(name, person)
  const item = (what: HandedOver['what'], label: string): HandedOver => ({ what, label, to: '', doneOn: null })
  const accounts = livingAccounts(db)
  const handle = new Map(accounts.map((account) => [account.id, `@${account.handle} on ${account.platform}`]))
  return [
    ...accounts.filter(({ liaison }) => holds(liaison)).map((account) => item('account', handle.get(account.id) ?? '')),
    ...standingOf(db, 'custody')
      .filter(({ said }) => holds(said.holder) && said.until === null)
      .map(({ account, said }) =>
        item('account', `${(account !== null && handle.get(account)) || 'an account'}: ${said.role}`),
      ),
    ...[...loginDuties(db)].flatMap(([account, duty]) => {
      const of = handle.get(account)
      if (of === undefined) return []
      return [
        holds(duty.owner) ? item('credential', `${of}: answers for its log-in`) : null,
        holds(duty.recovery) ? item('credential', `${of}: recovery contact`) : null,
        holds(duty.secondFactor) ? item('credential', `${of}: second factor`) : null,
      ].filter((one) => one !== null)
    }),
    ...loginOfficers(db)
      .filter(({ name }) => holds(name))
      .map(() => item('credential', 'officer to whom the list of log-ins is sealed')),
    ...standingOf(db, 'liaison').flatMap(({ said }) => {
      const role = holds(said.liaison) ? 'liaison' : holds(said.deputy) ? 'deputy' : null
      return role === null ? [] : [item('liaison', `${said.department}: ${role}`)]
    }),
    ...listPeople(db)
      .filter(({ name, endedAt }) => holds(name) && endedAt === undefined)
      .map(({ role, id }) => item('role', `${role} in this vault (${id})`)),
  ]
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase() && one.trim() !== ''
}

// Which systems hold what: the City's own copies of the accounts that a request is about (Gov. Code 7922.600(a)(2)).
import { readableDay } from '../../../shared/domain/calendar/day.ts'
import type { PublicRequest } from '../../../shared/domain/request/request.ts'
import { localDate } from '../../../shared/domain/time.ts'
import { amount } from '../../../shared/text/amount.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { listAccounts } from '../vault/repository/account/people.ts'
import { holdingOf } from '../vault/repository/request/narrowing.ts'
import { searchesOf } from './responsive.ts'
import { accountName, accountsIn } from './searching/reach.ts'

/** A line for each account that is searched: its platform, its department, and what the City's archive has of it. */
export function systemsOf(db: Driver, request: PublicRequest, zone: string): string[] {
  return accountsIn(searchesOf(db, request), listAccounts(db)).map((account) => {
    const { records, first, last } = holdingOf(db, account.id)
    const of = account.department === '' ? '' : `, ${account.department}`
    const days = [first, last].flatMap((at) => (at === null ? [] : [readableDay(localDate(at, zone))]))
    const span = days.length === 2 ? ` from ${days[0]} to ${days[1]}` : ''
    const held =
      records === 0
        ? 'nothing of it is in the City’s archive yet'
        : `${amount(records, 'record')}${span} in the City’s social media archive`
    return `${accountName(account)}${of}: ${held}.`
  })
}

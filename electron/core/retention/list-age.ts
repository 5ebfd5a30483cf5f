// How old the lists of open requests and of claims may be when a plan is drawn up against them.
import type { Driver } from '../vault/catalog/driver.ts'
import { setting } from '../vault/repository/setting.ts'

/** Days, where the office has set none. */
const USUAL = 30

/** Days after which a list is too old for a plan that is to be executed. */
export function listsWithin(db: Driver): number {
  return Number(setting(db, 'lists_within_days') ?? USUAL)
}

// What is counted once and holds until the catalog changes.
import type { Driver } from '../vault/catalog/driver.ts'

/** @returns a function that gives what `make` made, and has it made anew after another connection has written */
export function remembering<Value>(make: (db: Driver) => Value): (db: Driver) => Value {
  const values = new WeakMap<Driver, { readonly version: unknown; readonly value: Value }>()
  return (db) => {
    const version = db.pragma('data_version')
    const known = values.get(db)
    if (known !== undefined && known.version === version) return known.value
    const value = make(db)
    values.set(db, { version, value })
    return value
  }
}

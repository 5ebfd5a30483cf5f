// Looking an exemption of the catalogue up.
import type { Exemption } from '../domain/review/exemption.ts'
import { californiaExemptions } from './exemptions-california.ts'

const byId = new Map(californiaExemptions.map((one) => [one.id, one]))

/** The exemption of an id, or undefined. */
export function exemptionOf(id: string): Exemption | undefined {
  return byId.get(id)
}

// The lines below the City's name on letters, kept as a setting of the vault.
import { Letterhead } from '../../../../shared/contract/letter.ts'

/** The letterhead of a setting; none where it was never set. */
export function headOf(value: string | null): Letterhead {
  return value === null ? { lines: [] } : Letterhead.parse(JSON.parse(value))
}

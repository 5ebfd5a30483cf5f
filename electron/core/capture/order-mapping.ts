// Owns the mapping that a capture is asked to read answers by: there, and one that says how an interface is asked.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { CaptureScope, CaptureWayName } from '../../../shared/domain/capture/capture.ts'
import type { SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { mappingVersion } from '../vault/repository/intake/mapping.ts'

/**
 * @returns null of ways that know by themselves what their answers say
 * @throws MunimentError CAPTURE_REFUSED, MAPPING_UNKNOWN
 */
export function orderMapping(db: Driver, way: CaptureWayName, { mapping }: CaptureScope): SavedMapping | null {
  if (way !== 'api/json') {
    if (mapping === undefined) return null
    throw refused('Only interfaces that nobody knows are read by a mapping (api/json).')
  }
  if (mapping === undefined) throw refused('Say by which mapping the answers of the interface are read.')
  const found = mappingVersion(db, mapping)
  if (found.rules.asking !== undefined) return found
  throw refused(
    `The mapping “${found.name}” says what the columns are, and not how the interface is asked for the items that one answer does not hold. Say that in it, and save it.`,
  )
}

const refused = (sentence: string) => new MunimentError('CAPTURE_REFUSED', `${sentence} Nothing was captured.`)

// A file of the office that is in the vault, or the refusal.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type OfficeFileRef, officeFileName } from '../../../../shared/domain/disposition/office-file.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { type OfficeFacts, officeFile, wasDestroyed } from '../../vault/repository/disposition/office-file.ts'

/** @throws MunimentError SUBJECT_UNKNOWN */
export function knownFile(db: Driver, folder: string, file: OfficeFileRef): OfficeFacts {
  const known = officeFile(db, file, readVaultFile(folder).zone)
  if (known !== null) return known
  const gone = wasDestroyed(db, file) ? ' any more: it was destroyed under a plan' : ''
  throw new MunimentError('SUBJECT_UNKNOWN', `This vault has no ${officeFileName(file)}${gone}. Nothing was changed.`)
}

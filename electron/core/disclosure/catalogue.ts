// The catalogue of exemptions of this vault: those that Muniment brings and those that came by rule files, as the attorney confirmed them.
import { catalogueIn } from '../../../shared/contract/law.ts'
import type { Catalogue } from '../../../shared/domain/review/exemption.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { WriteContext } from '../vault/handler.ts'
import { today } from './changing.ts'
import { confirmedBook } from './confirmed-law.ts'

/** What is asked of a ground: the catalogue, and the day on which an exemption must count. */
export interface LawNow {
  readonly catalogue: Catalogue
  readonly on: LocalDate
}

/** Both, as they are now. */
export function lawNow(context: Pick<WriteContext, 'db' | 'folder' | 'now'>): LawNow {
  return { catalogue: catalogueOf(context.db, context.folder), on: today(context) }
}

/** The catalogue as it stands. */
export function catalogueOf(db: Driver, folder: string): Catalogue {
  return catalogueIn(confirmedBook(db, readVaultFile(folder).city))
}

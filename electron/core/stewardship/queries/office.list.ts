import { officeList } from '../../../../shared/contract/office.ts'
import { OfficeKind } from '../../../../shared/domain/office/office.ts'
import { answer } from '../../vault/handler.ts'
import { officeEntries } from '../office/entries.ts'

export default answer(officeList, ({ db }, { kind }) => officeEntries(db, kind === null ? OfficeKind.options : [kind]))

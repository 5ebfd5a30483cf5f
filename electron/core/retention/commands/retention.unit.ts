import { MunimentError } from '../../../../shared/contract/error.ts'
import { retentionUnit } from '../../../../shared/contract/retention.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertUnit, unitInForce } from '../../vault/repository/retention/retention-unit.ts'
import { refuseAlone, secondPerson } from '../../vault/second-person.ts'

export default apply(
  retentionUnit,
  ['schedule', 'records', 'ledger'],
  (context, { document: paper, second: named, ...decided }) => {
    const { db, folder, now, actor, note } = context
    const by = personActing(actor, 'The unit of retention')
    const attorney = knownPerson(db, decided.attorney)
    if (attorney.role !== 'city-attorney') {
      throw new MunimentError(
        'ATTORNEY_REQUIRED',
        `The unit of retention is decided with the City Attorney: ${attorney.name} is not registered as such. Nothing was changed.`,
      )
    }
    if (decided.decidedOn > localDate(now, readVaultFile(folder).zone)) {
      throw new MunimentError('INPUT_INVALID', `${decided.decidedOn} has not come yet. Nothing was changed.`)
    }
    const second = secondPerson(db, actor, named)
    if (second === null && unitInForce(db).unit !== decided.unit) refuseAlone(db, 'Another unit of retention')
    const document = paper === null ? null : keepPaper(context, paper)
    insertUnit(db, { ...decided, document, second }, now, by)
    note({ unit: decided.unit, ...(document && saltedDigest(context, document)) })
    return { unit: decided.unit }
  },
)

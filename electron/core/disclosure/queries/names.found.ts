import { MunimentError } from '../../../../shared/contract/error.ts'
import { namesFound } from '../../../../shared/contract/names.ts'
import { plainPhrase, searchable, stretchesIn } from '../../../../shared/text/occurrences.ts'
import { answer } from '../../vault/handler.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import { listedNames } from '../../vault/repository/review/listed-name.ts'

export default answer(namesFound, ({ db }, { record }) => {
  const names = listedNames(db)
  if (names.length === 0) return []
  refuseLocked(db, record)
  const detail = recordDetail(db, record)
  if (detail === null) throw new MunimentError('RECORD_UNKNOWN', `There is no record ${record} in this vault.`)
  return detail.versions.flatMap(({ digest: version, text }) => {
    const within = searchable(text)
    return names.flatMap(({ list, words }) =>
      stretchesIn(within, plainPhrase(words)).map(({ from, to }) => ({ list, version, from, to })),
    )
  })
})

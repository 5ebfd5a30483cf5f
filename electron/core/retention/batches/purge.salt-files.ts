// Gives each of the office's own files the salt by which plans commit to what is in it.
import { OfficeFileKind } from '../../../../shared/domain/disposition/office-file.ts'
import { batch } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { officeFiles } from '../../vault/repository/disposition/office-file.ts'
import { insertSalt, officeSeries, saltOf, seriesOfFile } from '../../vault/repository/disposition/office-series.ts'

const BYTES = 16

export default batch<Record<never, never>, null>('purge.salt-files', [], ({ db, folder, random }) => {
  const choices = officeSeries(db)
  if (choices.length === 0) return null
  const { zone } = readVaultFile(folder)
  for (const kind of OfficeFileKind.options) {
    for (const file of officeFiles(db, kind, zone))
      if (seriesOfFile(choices, file) !== null && saltOf(db, file) === null) insertSalt(db, file, random(BYTES))
  }
  return null
})

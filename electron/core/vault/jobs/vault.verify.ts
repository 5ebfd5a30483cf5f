// Everything read again; findings are rows of the report, never exceptions.
import { vaultVerify } from '../../../../shared/contract/vault.ts'
import { work } from '../../job/define.ts'
import { verifyVault } from '../verify/verify.ts'

export default work(vaultVerify, false, ({ db, folder, id: job, startedAt, signal, progress }) =>
  verifyVault({ db, folder, job, startedAt, signal }, (check, done, total) =>
    progress({ stage: check, done, total, unit: check }),
  ),
)

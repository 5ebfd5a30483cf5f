import { captureWays } from '../../../../shared/contract/capture.ts'
import { answer } from '../../vault/handler.ts'
import { wayNames } from '../way.ts'

export default answer(captureWays, () => wayNames())

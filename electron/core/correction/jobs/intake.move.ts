import { intakeMove } from '../../../../shared/contract/correction.ts'
import { work } from '../../job/define.ts'
import move from '../batches/correction.move.ts'

export default work(intakeMove, false, async (context, input) => {
  context.progress({ stage: 'moving', done: 0, total: null, unit: 'records' })
  return context.write(move, input)
})

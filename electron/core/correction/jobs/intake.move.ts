import { intakeMove } from '../../../../shared/contract/correction.ts'
import { work } from '../../job/define.ts'
import move, { Moved } from '../batches/correction.move.ts'

export default work(intakeMove, true, async (context, { second, ...input }) => {
  context.progress({ stage: 'moving', done: 0, total: null, unit: 'records' })
  const left = Moved.nullable().parse(context.checkpoint)
  const moved = left ?? (await context.write(move, { ...input, second, job: context.id }))
  // Rules may name the account.
  const classified = await context.classifyBrought(context, { accessions: input.accessions, checkpoint: moved })
  const { records, joined } = moved
  return { records, joined, classified }
})

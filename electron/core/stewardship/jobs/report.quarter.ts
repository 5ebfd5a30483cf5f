import { reportQuarter } from '../../../../shared/contract/quarter.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { csvFile } from '../csv.ts'
import { gatherQuarter } from '../quarter/gather.ts'
import { printQuarter, quarterRows } from '../quarter/print.ts'

export default work(reportQuarter, false, async (context, { quarter, format, to }) => {
  const target = writableFile(context, to)
  await expectWritable(target)
  const { means, sections } = gatherQuarter(context, quarter)
  const written = await writeOutside(target.path, async (aside) => {
    if (format === 'pdf') return void (await printQuarter(createWriteStream(aside), means, sections))
    const heads = ['Section', 'Line', 'What', 'Value']
    return writeFile(aside, csvFile(heads, quarterRows(sections), means.facts.practice))
  })
  const copy = { kind: 'quarter-report', subject: quarter } as const
  await context.write(copyRegister, {
    ...copy,
    name: target.name,
    place: target.path,
    ...written,
    at: context.startedAt,
  })
  return { sections: sections.length }
})

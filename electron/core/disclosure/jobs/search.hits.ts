import { searchHits } from '../../../../shared/contract/request-search.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { digestOf } from '../../vault/hex.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { knownRequest } from '../known-request.ts'
import { drawUp } from '../searching/statement.ts'

export default work(searchHits, false, async (context, { request, to }) => {
  const target = writableFile(context, to)
  await expectWritable(target)
  const { list, hits } = await drawUp(context, knownRequest(context.db, request))
  const written = await writeOutside(target.path, (aside) => writeFile(aside, list))
  const copy = { kind: 'list', subject: `request ${request}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
  return { records: hits.length, digest: digestOf(written.digest) }
})

import { supportWrite } from '../../../../shared/contract/support.ts'
import { work } from '../../job/define.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'

export default work(supportWrite, false, async (context, { to, file }) => {
  const target = writableFile(context, to)
  await expectWritable(target)
  const text = `${JSON.stringify(file, null, 2)}\n`
  const { size } = await writeOutside(target.path, (aside) => writeFile(aside, text))
  return { bytes: size }
})

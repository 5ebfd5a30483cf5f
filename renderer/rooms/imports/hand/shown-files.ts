// Files that show an entry: granted where they lie on a disk, kept aside in the vault where they come from the clipboard.
import { handPaste, type Pasted } from '../../../../shared/contract/hand.ts'
import type { GrantId } from '../../../../shared/domain/id.ts'
import { run } from '../../../client/call.ts'
import { takeOne } from '../../../client/grants.ts'
import { en } from '../../../locale/en/hand.ts'
import { translator } from '../../../locale/t.ts'
import { base64Of } from '../../../ui/base64.ts'

const t = translator(en)

export interface ShownFile {
  readonly key: string
  readonly name: string
  /** Address of a picture in this window; null for other files. */
  readonly picture: string | null
  readonly from: { readonly grant: GrantId } | { readonly pasted: Pasted }
}

/**
 * Takes a file. A picture from the clipboard has no place on a disk: its bytes go to the vault.
 * @param number the how manieth it is, for the name of a picture without one
 * @throws MunimentError as the shell or the vault refuses
 */
export async function takeFile(file: File, number: number): Promise<ShownFile> {
  const key = `${number} ${file.name}`
  const picture = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
  const granted = await takeOne(file)
  if (granted !== null) return { key, name: granted.name, picture, from: { grant: granted.grant } }
  // The clipboard calls every picture image.png.
  const name = file.name === '' || file.name === 'image.png' ? t('pastedName', { number }) : file.name
  const { digest } = await run(handPaste, { bytes: await base64Of(file) })
  return { key, name, picture, from: { pasted: { name, digest } } }
}

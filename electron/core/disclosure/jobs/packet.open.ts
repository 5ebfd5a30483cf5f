import { packetOpen } from '../../../../shared/contract/packet.ts'
import { type OpeningSignature, openingStatement } from '../../../../shared/packet/opening-signature.ts'
import { work } from '../../job/define.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { digestOf } from '../../vault/hex.ts'
import { refusedKey } from '../../vault/key/registering.ts'
import { isSignedBy } from '../../vault/key/seal.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { attorneyActing } from '../attorney.ts'
import packetOpened from '../batches/packet.opened.ts'
import { refused } from '../changing.ts'
import { attorneysKey, drawnOpening } from '../opening.ts'

export default work(packetOpen, false, async (context, { signed, to, ...asked }) => {
  const attorney = attorneyActing(context, 'may open what a packet keeps back')
  const at = signed?.at ?? context.startedAt
  if (at > context.startedAt)
    throw refused('The opening was signed at a time that has not come yet. Nothing was opened.')
  const { opening, position } = await drawnOpening(context, asked, attorney, at)
  const target = writableFile(context, to)
  await expectWritable(target)
  let signature: OpeningSignature | undefined
  if (signed !== null) {
    const statement = openingStatement(opening)
    const { publicKey } = attorneysKey(context.db, signed.key, attorney)
    const bytes = Buffer.from(signed.signature, 'base64')
    if (!isSignedBy(publicKey, statement, bytes))
      throw refusedKey('The signature is not of this key over what is opened. Nothing was opened; sign it again.')
    signature = { statement, publicKey: Buffer.from(publicKey).toString('hex'), signature: bytes.toString('hex') }
  }
  const text = `${JSON.stringify({ ...opening, signature }, null, 1)}\n`
  const written = await writeOutside(target.path, (aside) => writeFile(aside, text))
  const fields = opening.fields.map(({ field }) => field)
  await context.write(packetOpened, {
    ...{ production: asked.production, position, fields, reason: asked.reason },
    signed: signed === null ? null : { key: signed.key, signature: Buffer.from(signed.signature, 'base64') },
    ...{ name: target.name, place: target.path },
    ...written,
  })
  return { number: asked.number, fields, digest: digestOf(written.digest) }
})

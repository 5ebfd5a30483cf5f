import { packetSignOpening } from '../../../../shared/contract/packet.ts'
import { openingStatement } from '../../../../shared/packet/opening-signature.ts'
import { answer } from '../../vault/handler.ts'
import { standingKey } from '../../vault/key/registering.ts'
import { signedHere } from '../../vault/key/sign-here.ts'
import { attorneyNamed } from '../attorney.ts'
import { attorneysKey, drawnOpening } from '../opening.ts'

export default answer(packetSignOpening, async (context, { at, key, passphrase, ...asked }) => {
  const attorney = attorneyNamed(context.db, standingKey(context.db, key).person, 'may open what a packet keeps back')
  attorneysKey(context.db, key, attorney)
  const statement = openingStatement((await drawnOpening(context, asked, attorney, at)).opening)
  const { signature } = signedHere(context.db, { key, passphrase, person: attorney }, statement)
  return { statement, signature: signature.toString('base64') }
})

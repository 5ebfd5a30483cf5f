// A passphrase that protects what others can try at leisure is judged before it is taken.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { whyGuessed } from '../../../../shared/text/passphrase.ts'

/**
 * Refuses a passphrase that could be guessed.
 * @param city the City's name, which anybody would try
 * @param undone what then was not done, as a sentence
 * @throws MunimentError KEY_REFUSED
 */
export function refuseGuessed(passphrase: string, city: string, undone: string): void {
  const why = whyGuessed(passphrase, [city])
  if (why !== null) throw new MunimentError('KEY_REFUSED', `This passphrase could be guessed. ${why} ${undone}`)
}

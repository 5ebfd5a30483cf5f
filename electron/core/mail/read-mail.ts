// Reads mails: `.eml` (RFC 5322) and Outlook's `.msg`.
import type MsgReaderClass from '@kenjiuno/msgreader'

type Reader = typeof MsgReaderClass

/** What a mail says. `date` as it is written there; `html` where it has no plain text. */
export interface Mail {
  readonly subject: string
  /** The name and the address. */
  readonly from: string
  readonly date: string
  readonly text: string
  readonly html: string
}

/** Whether a file is a mail, by its name. */
export function isMail(name: string): boolean {
  return /\.(?:eml|msg)$/i.test(name)
}

/** The mail in a file; null where it is none that can be read: it is then only a file. */
export async function readMail(name: string, bytes: Uint8Array): Promise<Mail | null> {
  try {
    return await (/\.eml$/i.test(name) ? fromEml(bytes) : fromMsg(bytes))
  } catch {
    return null
  }
}

async function fromEml(bytes: Uint8Array): Promise<Mail> {
  const { default: PostalMime } = await import('postal-mime')
  const { subject = '', from, date = '', text = '', html = '' } = await PostalMime.parse(bytes)
  return { subject, from: joined(from?.name, from?.address), date, text: text.trimEnd(), html }
}

async function fromMsg(bytes: Uint8Array): Promise<Mail | null> {
  // Node hands on what the CommonJS module exports, a bundler its default.
  const imported: { default: Reader | { readonly default: Reader } } = await import('@kenjiuno/msgreader')
  const MsgReader = typeof imported.default === 'function' ? imported.default : imported.default.default
  const said = new MsgReader(new Uint8Array(bytes).buffer).getFileData()
  if (said.error) return null
  const { subject = '', senderName, senderEmail, senderSmtpAddress, messageDeliveryTime = '', body = '' } = said
  // Within one organisation the sender's address may be a name of its directory.
  const address = [senderSmtpAddress, senderEmail].find((one) => one?.includes('@'))
  return { subject, from: joined(senderName, address), date: messageDeliveryTime, text: body.trimEnd(), html: '' }
}

function joined(name = '', address = ''): string {
  return [name, address].filter(Boolean).join(' ')
}

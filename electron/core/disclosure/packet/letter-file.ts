// letter.pdf: the letter that answers the request, as it was signed, without whom it went to: a packet may be published.
import { createDocument } from '../../typeset/document.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import type { FrozenLetter } from '../document.ts'
import { writeLetter } from '../letter/letter-pdf.ts'
import type { Packet } from './packet.ts'
import { footerOf } from './pdf.ts'

/** Writes it as a tagged PDF. */
export async function writeLetterFile(path: string, packet: Packet, letter: FrozenLetter): Promise<void> {
  const { document, production, practice } = packet
  const out = createWriteStream(path)
  const doc = createDocument(out, {
    title: `${document.vault.city}: ${letter.subject}`,
    lang: 'en-US',
    author: document.vault.city,
    createdAt: new Date(production.frozenAt),
    footer: footerOf(packet),
    practice,
    draft: document.draft !== null,
    claims: document.claims,
  })
  const { kind: _kind, proof, ...words } = letter
  try {
    await writeLetter(doc, { ...words, to: [] }, null, [], proof)
    await doc.finish()
  } finally {
    out.destroy()
  }
}

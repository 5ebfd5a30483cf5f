// The City Attorney's consent to overwrite packages that hold a record under a hold: a sentence of its own, signed on a line of its own.
import { heldPackagesWords } from '../../../../shared/domain/disposition/approval.ts'
import type { PlanPackage } from '../../../../shared/domain/disposition/disposition.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { BLANK } from '../../typeset/blank.ts'
import type { Doc } from '../../typeset/document.ts'

/** Draws it, with which packages it is about and the digest of the plan: it may come to stand on a sheet of its own. */
export async function drawHeldConsent(doc: Doc, packages: readonly PlanPackage[], digest: Digest): Promise<void> {
  const held = packages.filter((one) => one.held > 0)
  if (held.length === 0) return
  await doc.heading(3, 'A choice of its own: packages with records under a hold')
  await doc.paragraph(
    `${held.map(({ name, held: records }) => `${name} (${amount(records, 'record')} under a hold)`).join('; ')}. Unless this is signed as well, such a package is left whole, and the records listed that lie in it wait.`,
    { withNext: true },
  )
  await doc.paragraph([{ text: heldPackagesWords, bold: true }], { withNext: true })
  await doc.facts([
    ['Digest of the plan (SHA-256)', [{ text: digest, mono: true }]],
    ['Signature for this choice', BLANK],
    ['Date', BLANK],
  ])
}

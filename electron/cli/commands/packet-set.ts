// What is made of a sealed packet: files for a portal, paper, the custodian's declaration.
import { z } from 'zod'
import {
  CertificateForm,
  packetCertificate,
  packetPaper,
  packetPortal,
  packetSet,
} from '../../../shared/contract/packet-set.ts'
import { PersonId, ProductionId } from '../../../shared/domain/id.ts'
import { readableInstant } from '../../../shared/domain/time.ts'
import { type CommandFile, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { Number1 } from '../input/schemas.ts'
import { bytes, counted } from '../text/number.ts'

const One = z.object({ PRODUCTION: Number1.pipe(ProductionId) })
const Written = One.extend({ out: z.string().min(1) })
const MEGABYTE = 1_000_000
const Portal = Written.extend({
  limit: Number1.default(25).transform((megabytes) => megabytes * MEGABYTE),
  published: z.boolean().default(false),
})
const Certificate = Written.extend({ by: PersonId, form: z.array(CertificateForm).default(['1530']) })

export default ((program, runner) => {
  const set = program
    .command('set')
    .description('Sets made of a sealed packet: for a portal, on paper, with a declaration.')
    .addHelpText('after', example('muniment set show 12'))
  set
    .command('show')
    .description('Shows what became of a packet: its pages, where it is published, whether it was recalled.')
    .argument('<PRODUCTION>', 'the number of the production')
    .addHelpText('after', example('muniment set show 12'))
    .action(
      runner.inVault(One, async ({ vault }, { PRODUCTION: production }) => {
        const value = await vault.ask(packetSet, { production })
        const { firstPage, lastPage, postings, recall } = value
        return {
          value,
          lines: [
            `Pages ${firstPage}${lastPage === null ? ' on' : ` to ${lastPage}`}.`,
            ...postings.flatMap(({ id, place, on, down, demands }) => [
              `Published ${id}: ${place}, ${on}${down === null ? '' : `, taken down ${down}`}.`,
              ...demands.map(
                (demand) =>
                  `  Demand ${demand.id}: ${demand.what}, by ${readableInstant(demand.dueAt, vault.about.zone)}${demand.done === null ? ', open' : `, done ${readableInstant(demand.done.at, vault.about.zone)}`}.`,
              ),
            ]),
            ...(recall === null ? [] : [`Recalled ${readableInstant(recall.at, vault.about.zone)}: ${recall.reason}`]),
            ...(recall?.steps ?? []).map(({ on, kind, words }) => `  ${on} ${kind}: ${words}`),
          ],
        }
      }),
    )
  set
    .command('portal')
    .description(
      'Writes the PDFs for a portal, each under a size limit, in a ZIP to unpack; with the letter as plain text.',
    )
    .argument('<PRODUCTION>', 'the number of the production')
    .requiredOption('--out <file>', 'the ZIP to write')
    .option('--limit <megabytes>', 'the portal’s limit for a file; 25 unless said')
    .option('--published', 'for everybody to read: without the letter, once every question is answered')
    .addHelpText('after', example('muniment set portal 12 --limit 20 --out portal-26-0007.zip'))
    .action(
      runner.inVault(Portal, async ({ vault, surroundings }, { PRODUCTION: production, out, limit, published }) => {
        mustNotExist(surroundings.folder, out)
        const to = await vault.grant(out, 'write')
        const value = await vault.run(packetPortal, { production, limit, published, to })
        return {
          value,
          lines: value.parts.map(({ name, size, firstPage, lastPage, over }) => {
            const pages = firstPage === null ? '' : `, pages ${firstPage} to ${lastPage}`
            return `${name}: ${bytes(size)}${pages}${over ? '. Larger than the limit: it cannot be taken apart further' : ''}.`
          }),
          unexplained: value.parts.some(({ over }) => over),
        }
      }),
    )
  set
    .command('paper')
    .description('Writes a packet as one PDF in the order of printing, with cover sheets and page numbers.')
    .argument('<PRODUCTION>', 'the number of the production')
    .requiredOption('--out <file>', 'the PDF to write')
    .addHelpText('after', example('muniment set paper 12 --out paper-26-0007.pdf'))
    .action(
      runner.inVault(Written, async ({ vault, surroundings }, { PRODUCTION: production, out }) => {
        mustNotExist(surroundings.folder, out)
        const value = await vault.run(packetPaper, { production, to: await vault.grant(out, 'write') })
        return { value, lines: [`${out}: ${counted(value.pages, 'page')}.`] }
      }),
    )
  set
    .command('certificate')
    .description('Writes the custodian’s declaration for a packet; the declarant ticks what she knows, and signs.')
    .argument('<PRODUCTION>', 'the number of the production')
    .requiredOption('--by <person>', 'who has legal custody of the records')
    .option('--form <form...>', `what it is meant for: ${CertificateForm.options.join(', ')}; 1530 unless said`)
    .requiredOption('--out <file>', 'the PDF to write')
    .addHelpText('after', example('muniment set certificate 12 --by clerk --form 1530 902-14 --out certificate.pdf'))
    .action(
      runner.inVault(Certificate, async ({ vault, surroundings, say }, input) => {
        const { PRODUCTION: production, by: declarant, form: forms, out } = input
        mustNotExist(surroundings.folder, out)
        const to = await vault.grant(out, 'write')
        const value = await vault.run(packetCertificate, { production, declarant, forms, to })
        if (!value.confirmed) say('Its wording is not confirmed by the City’s attorney, and it says so.')
        return { value, lines: [`${out}: ${counted(value.pages, 'page')}.`] }
      }),
    )
}) satisfies CommandFile

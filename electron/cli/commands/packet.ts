// Disclosure packets: built and checked.
import { z } from 'zod'
import { packetBuild, packetVerify } from '../../../shared/contract/request.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { TRAINING_SENTENCE } from '../../../shared/text/practice.ts'
import { type CommandFile, example } from '../command.ts'
import { mustExist, mustNotExist } from '../input/file.ts'
import { bytes, counted } from '../text/number.ts'

const Build = z.object({ REQUEST: RequestId, out: z.string().min(1) })
const Verify = z.object({ FILE: z.string().min(1) })

export default ((program, runner) => {
  const packet = program
    .command('packet')
    .description('Disclosure packets: what is handed to the requester.')
    .addHelpText('after', example('muniment packet verify packet.zip'))
  packet
    .command('build')
    .description('Freezes what answers a request as a production and builds the packet from it.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .requiredOption('--out <file>', 'the ZIP to write; the vault keeps one of its own')
    .addHelpText('after', example('muniment packet build 26-0007 --out packet-26-0007.zip'))
    .action(
      runner.inVault(Build, async ({ vault, surroundings, say }, { REQUEST: request, out }) => {
        mustNotExist(surroundings.folder, out)
        const built = await vault.run(packetBuild, { request, to: await vault.grant(out, 'write') })
        if (built.undrawable > 0)
          say(
            `${counted(built.undrawable, 'character')} could not be drawn in the PDF; each is shown as its code point.`,
          )
        return {
          value: { ...built, file: out },
          lines: [
            `${out}: ${counted(built.items, 'item')}, ${bytes(built.size)}.`,
            `SHA-256 ${built.digest}`,
            'Give this digest in the letter: with it the requester can check every byte.',
          ],
        }
      }),
    )
  packet
    .command('verify')
    .description('Checks a packet against its own manifest. What is wrong is listed, and the exit code is then 1.')
    .argument('<FILE>', 'the packet')
    .addHelpText('after', example('muniment packet verify packet-26-0007.zip'))
    .action(
      runner.inVault(Verify, async ({ vault, surroundings }, { FILE }) => {
        mustExist(surroundings.folder, FILE)
        const report = await vault.ask(packetVerify, { packet: await vault.grant(FILE, 'read') })
        return {
          value: report,
          lines: [
            ...report.findings.map(
              ({ code, file, sentence }) => `${code}${file === null ? '' : ` ${file}`}: ${sentence}`,
            ),
            `SHA-256 ${report.digest}`,
            report.issuedHere
              ? 'A packet with exactly these bytes was issued from this vault.'
              : 'This vault has issued no packet with these bytes.',
            ...inWords(report),
          ],
          // Only where it was made for practice, and is whole, is such a packet what was looked for.
          unexplained: report.status === 'changed' || (report.practice && !vault.about.practice),
        }
      }),
    )
}) satisfies CommandFile

/** The status of a packet, in sentences. */
function inWords({ status, practice, files, findings }: z.output<typeof packetVerify.output>): string[] {
  const whole = `${counted(files, 'file')}, each as its manifest says.`
  if (status === 'whole') return [`Whole: ${whole}`]
  const told = `Practice: ${status === 'practice' ? whole : 'it says that it was made in a practice vault.'}`
  const said = practice ? [`${told} ${TRAINING_SENTENCE}`] : []
  return status === 'practice' ? said : [...said, `${counted(findings.length, 'finding')}.`]
}

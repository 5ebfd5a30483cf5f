// `muniment packet verify`: a packet is checked by whoever has it, with a vault or without any.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { packetVerify } from '../../shared/contract/request.ts'
import { Digest } from '../../shared/domain/id.ts'
import { isoInstant } from '../../shared/domain/time.ts'
import { TRAINING_SENTENCE } from '../../shared/text/practice.ts'
import { type Answer, example, type Runner } from './command.ts'
import { mustExist } from './input/file.ts'
import type { Surroundings } from './surroundings.ts'
import { counted } from './text/number.ts'
import type { Vault } from './vault/vault.ts'

const Verify = z.object({ FILE: z.string().min(1), digest: Digest.optional(), opening: z.string().min(1).optional() })
type Verify = z.output<typeof Verify>
type Report = z.output<typeof packetVerify.output>
/** What the file alone tells. */
type Checked = Omit<Report, 'issuedHere' | 'recalled' | 'openingKey'>

/** Adds it to the command `packet`. */
export function addVerify(packet: Command, runner: Runner): void {
  packet
    .command('verify')
    .description(
      'Checks every byte of a packet; it needs no vault, and one says in addition whether it issued the packet and took it back. What is wrong is listed, and the exit code is then 1.',
    )
    .argument('<FILE>', 'the packet')
    .option(
      '--digest <sha256>',
      'the SHA-256 that stands in the City’s letter; without it the packet is only consistent in itself',
    )
    .option('--opening <file>', 'an opening by the City’s attorney to hold against it')
    .addHelpText('after', example('muniment packet verify packet-26-0007.zip'))
    .action(
      runner.inVaultIfAny(Verify, async (surroundings, vault, input) => {
        mustExist(surroundings.folder, input.FILE)
        if (input.opening !== undefined) mustExist(surroundings.folder, input.opening)
        return vault === null ? alone(surroundings, input) : inVault(vault, input)
      }),
    )
}

async function inVault(vault: Vault, { FILE, digest, opening }: Verify): Promise<Answer> {
  const report = await vault.ask(packetVerify, {
    packet: await vault.grant(FILE, 'read'),
    letter: digest ?? null,
    opening: opening === undefined ? null : await vault.grant(opening, 'read'),
  })
  const known = [
    report.issuedHere
      ? 'A packet with exactly these bytes was issued from this vault.'
      : 'This vault has issued no packet with these bytes.',
    ...recalledInWords(report),
  ]
  const holder = report.openingKey === null ? [] : [`In this vault that key is confirmed as ${report.openingKey}’s.`]
  // A recalled packet and a draft are none to rely on. Only where it was made for practice, and is whole, is such a packet what was looked for.
  const unexplained = report.recalled !== null || (report.practice && !vault.about.practice)
  return answerOf(report, known, holder, unexplained, report)
}

/** The same check, by whoever has the packet and nothing else of the City. */
async function alone({ folder }: Surroundings, { FILE, digest, opening }: Verify): Promise<Answer> {
  const { checkPacketFile } = await import('../core/disclosure/verify/check.ts')
  const { verified } = await import('../core/disclosure/verify/verified.ts')
  const shown = opening === undefined ? null : await readFile(resolve(folder, opening), 'utf8')
  const report = verified(
    await checkPacketFile(resolve(folder, FILE), digest ?? null, new AbortController().signal, shown),
  )
  const known = ['No vault is open here: ask the City whether it issued these bytes, and whether it took them back.']
  return answerOf(report, known, [], report.practice, { ...report, issuedHere: null, recalled: null, openingKey: null })
}

function answerOf(
  report: Checked,
  known: readonly string[],
  holder: readonly string[],
  unexplained: boolean,
  value: unknown,
): Answer {
  return {
    value,
    lines: [
      ...report.findings.map(({ code, file, sentence }) => `${code}${file === null ? '' : ` ${file}`}: ${sentence}`),
      `SHA-256 ${report.digest}`,
      ...known,
      ...inWords(report),
      report.said.verdict,
      ...report.said.proved,
      ...holder,
      ...report.said.not,
    ],
    unexplained: unexplained || report.status === 'changed' || report.draft,
  }
}

/** That a packet was recalled, and by which it was replaced. */
function recalledInWords({ recalled }: Report): string[] {
  if (recalled === null) return []
  const instead =
    recalled.replacedBy === null ? 'Nothing has replaced it yet.' : `Production ${recalled.replacedBy} replaces it.`
  return [`Recalled: the City took it back on ${isoInstant(recalled.at).slice(0, 10)}. ${instead}`]
}

/** The status of a packet, in sentences. */
function inWords({ status, practice, files, findings }: Checked): string[] {
  const whole = `${counted(files, 'file')}, each as its manifest says.`
  if (status === 'whole') return [`Whole: ${whole}`]
  if (status === 'repacked') return [`Packed again by somebody: ${whole}`]
  if (status === 'draft') return [`Draft: ${whole}`]
  const told = `Practice: ${status === 'practice' ? whole : 'it says that it was made in a practice vault.'}`
  const said = practice ? [`${told} ${TRAINING_SENTENCE}`] : []
  return status === 'practice' ? said : [...said, `${counted(findings.length, 'finding')}.`]
}

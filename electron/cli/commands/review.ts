// The review of what answers a request: where it stands, decided, redacted and signed.
import { z } from 'zod'
import {
  reviewDecide,
  reviewHits,
  reviewKeep,
  reviewList,
  reviewOrdinance,
  reviewPolicy,
  reviewSetPolicy,
} from '../../../shared/contract/review.ts'
import { RecordId, RequestId } from '../../../shared/domain/id.ts'
import { ReviewDraft, ReviewOutcome, WorkProduct } from '../../../shared/domain/review/review.ts'
import { type CommandFile, type Context, example, type Work } from '../command.ts'
import { UsageError } from '../failure.ts'
import { exemptionId, Ground, groundIn, groundOption, ordinanceIn, withGround, withOrdinance } from '../input/ground.ts'
import { redactWords } from '../input/redaction.ts'
import { RecordNumber, Text } from '../input/schemas.ts'
import { addAlike } from '../request/alike.ts'
import { addReviewSigning } from '../request/sign-review.ts'
import { count, counted } from '../text/number.ts'
import { reviewLines } from '../text/review.ts'

const One = z.object({ REQUEST: RequestId })
const Records = z.array(RecordNumber.pipe(RecordId)).default([])
const Decide = One.extend({
  ...{ exemption: Text, law: Text, harm: Text, describes: Text, ordinanceBy: Text, ordinanceWhy: Text },
  record: Records,
  undecided: z.boolean().default(false),
  outcome: z.enum([...ReviewOutcome.exclude(['redact']).options, 'none']),
  why: Text,
})
const Ordinance = One.extend({
  exemption: z.string().min(1),
  by: z.string().trim().min(1),
  why: z.string().trim().min(1),
})
const Policy = z.object({ workProduct: WorkProduct.optional() })
const Keep = One.extend({
  record: RecordNumber.pipe(RecordId),
  words: z.string().min(1),
  reason: z.string().trim().min(1),
})
const Redact = One.extend(Ground.shape).extend({
  record: RecordNumber.pipe(RecordId),
  words: z.string().trim().min(1).max(2000),
})

export default ((program, runner) => {
  const review = program
    .command('review')
    .description('The review of what answers a request: what is decided, what is open, who signed.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .addHelpText('after', example('muniment review 26-0007'))
    .action(runner.inVault(One, show))
  withOrdinance(
    review
      .command('decide')
      .description(
        'Decides on records: releases them, withholds them on a ground, or sets them aside as not responsive.',
      )
      .argument('<REQUEST>', 'the City’s number of the request')
      .option('--record <number...>', 'the records')
      .option('--undecided', 'instead: every record that is not decided yet')
      .requiredOption('--outcome <outcome>', 'release, withhold, not-responsive; “none” takes a decision back')
      .option('--exemption <section>', 'of what is withheld: the exemption, such as 7927.700')
      .option('--law <citation>', 'the other law, where the exemption asks for one')
      .option('--harm <text>', 'how the public interest would be harmed, in practical terms, where it asks for that')
      .option('--describes <text>', 'what is kept back, neutrally; the log prints it')
      .option('--why <text>', 'why it does not answer the request; for the file'),
  )
    .addHelpText(
      'after',
      example(
        'muniment review decide 26-0007 --undecided --outcome release',
        'muniment review decide 26-0007 --record 1405 --outcome withhold --exemption 7927.705 --law "Evid. Code 954" --describes "Advice of counsel"',
        'muniment review decide 26-0007 --record 1405 1406 --outcome not-responsive --why "About another park"',
      ),
    )
    .action(runner.inVault(Decide, decide))
  review
    .command('policy')
    .description('What becomes of work product (replaced decisions, letters put aside) when a packet is sealed.')
    .option('--work-product <what>', 'says it, as the City’s attorney: delete, keep')
    .addHelpText('after', example('muniment review policy --work-product keep --as dana'))
    .action(
      runner.inVault(Policy, async ({ vault }, { workProduct }) => {
        if (workProduct !== undefined) await vault.ask(reviewSetPolicy, { workProduct })
        const value = await vault.ask(reviewPolicy, {})
        return {
          value,
          lines: [`Work product is ${value.workProduct === 'keep' ? 'kept' : 'deleted'} when a packet is sealed.`],
        }
      }),
    )
  withGround(
    review
      .command('redact')
      .description('Redacts words wherever a record says them; what was redacted in it before stays.')
      .argument('<REQUEST>', 'the City’s number of the request')
      .requiredOption('--record <number>', 'the record')
      .requiredOption('--words <text>', 'the words'),
  )
    .addHelpText(
      'after',
      example(
        'muniment review redact 26-0007 --record 1405 --words "510-555-0134" --exemption 7927.700 --describes "Telephone number of a resident"',
      ),
    )
    .action(
      runner.inVault(Redact, async ({ vault }, { REQUEST: request, record, words, ...said }) => {
        const done = await redactWords(vault, { request, record, words, ground: groundIn(said) })
        return { value: done, lines: [`Redacted in ${counted(done.places, 'place')} of record ${record}.`] }
      }),
    )
  review
    .command('ordinance')
    .description(
      'Answers that OMC 2.20.220 does not require release of what is kept back on one permissive exemption alone.',
    )
    .argument('<REQUEST>', 'the City’s number of the request')
    .requiredOption('--exemption <section>', 'the exemption, such as 7927.700')
    .requiredOption('--by <name>', 'who answered, with the title; the log prints it')
    .requiredOption('--why <text>', 'why it does not require release; for the file and the attorney’s copy')
    .addHelpText(
      'after',
      example(
        'muniment review ordinance 26-0007 --exemption 7927.700 --by "Dana Okafor, Deputy City Attorney" --why "Not among the kinds of record that it lists" --as lee',
      ),
    )
    .action(
      runner.inVault(Ordinance, async ({ vault }, { REQUEST: request, exemption, by, why }) => {
        const answer = { requiresRelease: false, by, why }
        const value = await vault.ask(reviewOrdinance, { request, exemption: exemptionId(exemption), answer })
        return { value, lines: [`Answered for ${counted(value.answered, 'record')}.`] }
      }),
    )
  review
    .command('keep')
    .description('Says that words that are redacted in one record stay in another, and why.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .requiredOption('--record <number>', 'the record in which they stay')
    .requiredOption('--words <text>', 'the words as “review” lists them')
    .requiredOption('--reason <text>', 'why: a person called May and the month are not the same')
    .addHelpText(
      'after',
      example('muniment review keep 26-0007 --record 1405 --words May --reason "It is the month" --as lee'),
    )
    .action(runner.inVault(Keep, keep))
  addReviewSigning(review, runner, show)
  addAlike(review, runner)
}) satisfies CommandFile

const show: Work<z.output<typeof One>> = async ({ vault }, { REQUEST: request }) => {
  const list = await vault.ask(reviewList, { request })
  const { hits, more } = await vault.ask(reviewHits, { request })
  return { value: { ...list, hits, moreHits: more }, lines: reviewLines(list, hits, more, vault.about.zone) }
}

const keep: Work<z.output<typeof Keep>> = async ({ vault }, { REQUEST: request, record, words, reason }) => {
  const { hits } = await vault.ask(reviewHits, { request })
  const phrases = hits.filter((hit) => hit.record === record && hit.words === words).map(({ phrase }) => phrase)
  const [phrase] = phrases
  if (phrase === undefined)
    throw new UsageError(`Record ${record} has no “${words}” to settle: see “review ${request}”. Nothing was changed.`)
  await vault.ask(reviewKeep, { request, record, phrase, reason })
  return { value: { record, phrase }, lines: [`“${words}” stays in record ${record}.`] }
}

/** The contract takes so many records at once. */
const AT_ONCE = 1000

async function decide({ vault }: Context, input: z.output<typeof Decide>) {
  const { REQUEST: request, undecided } = input
  if (input.record.length > 0 === undecided) throw new UsageError('Say which records: either --record or --undecided.')
  const decision = draftIn(input)
  const open = undecided ? (await vault.ask(reviewList, { request })).items : []
  const records = undecided ? open.filter(({ outcome }) => outcome === null).map(({ record }) => record) : input.record
  let decided = 0
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const some = records.slice(at, at + AT_ONCE)
    decided += (await vault.ask(reviewDecide, { request, records: some, decision, onlyOpen: undecided })).decided
  }
  const outcome = decision?.outcome ?? 'undecided again'
  return { value: { decided, outcome }, lines: [`${counted(decided, 'record')}: ${outcome}.`] }
}

function draftIn({
  outcome,
  exemption,
  law,
  harm,
  describes,
  why,
  ...said
}: z.output<typeof Decide>): ReviewDraft | null {
  if (outcome === 'none') return null
  const grounds =
    exemption === '' ? [] : [{ exemption: exemptionId(exemption), law, harm, describes, ...ordinanceIn(said) }]
  const draft = ReviewDraft.safeParse({ outcome, grounds, redactions: [], reason: why })
  if (draft.success) return draft.data
  const sentences = draft.error.issues.map(({ path, message }) => `${optionOf(path)}: ${message}`)
  throw new UsageError(`${sentences.join('\n')}\n${count(0)} records were decided.`)
}

/** Which option a part of a decision comes from. */
function optionOf(path: readonly PropertyKey[]): string {
  if (path[0] === 'reason') return '--why'
  return path.length < 3 ? '--exemption' : groundOption(path)
}

// The questions about a packet that a person answers, each with the places to look at.
import { useState } from 'react'
import { packetCheck, packetChecks } from '../../../../shared/contract/packet-set.ts'
import type { ProductionId, RequestId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)
type Check = ReturnType<typeof packetChecks.output.parse>[number]

interface Props {
  readonly request: RequestId
  /** The sealed packet to be published; null: the next one, before it is built. */
  readonly production: ProductionId | null
}

/** The list. */
export function Questions({ request, production }: Props) {
  const { data, refusal, refresh } = useQuery(packetChecks, { request, production }, ['requests'], 10_000)
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  return (
    <div className="form">
      <p className="soft">{t(production === null ? 'accessAbout' : 'questionsAbout')}</p>
      {data.map((check) => (
        <Question key={check.name} request={request} production={production} check={check} answered={refresh} />
      ))}
    </div>
  )
}

interface QuestionProps extends Props {
  readonly check: Check
  /** An answer is seen at once, though looking through a packet is not done anew at every change. */
  readonly answered: () => void
}

function Question({ request, production, check, answered }: QuestionProps) {
  const { name, question, places, morePlaces } = check
  const [wrong, setWrong] = useState<string | null>(null)
  const answering = useAction(async (yes: boolean) => {
    await run(packetCheck, { request, production, name, yes, words: yes ? '' : (wrong ?? '') })
    setWrong(null)
    answered()
  })
  return (
    <fieldset className="legend">
      <legend>{question}</legend>
      {places.length > 0 && (
        <ul className="bullets">
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
          {morePlaces > 0 && <li>{t('morePlaces', { count: morePlaces })}</li>}
        </ul>
      )}
      <Answer check={check} />
      {wrong !== null && <Field label={t('notRight')} value={wrong} onChange={setWrong} required autoFocus />}
      <RefusalNotice refusal={answering.refusal} />
      <div className="form-actions start">
        <Button onPress={() => void answering.go(true)} busy={answering.busy}>
          {t('yes')}
        </Button>
        <Button onPress={() => (wrong === null ? setWrong('') : void answering.go(false))} busy={answering.busy}>
          {t('no')}
        </Button>
      </div>
    </fieldset>
  )
}

function Answer({ check: { answer } }: { readonly check: Check }) {
  const { zone } = useVault().summary
  if (answer === null) return <p className="soft">{t('unanswered')}</p>
  const told = { name: answer.by ?? '–', when: formatInstant(answer.at, zone, 'moment') }
  return (
    <p>
      <Chip tone={answer.yes ? 'good' : 'bad'}>{t(answer.yes ? 'yes' : 'no')}</Chip>{' '}
      {answer.yes ? t('answeredYes', told) : t('answeredNo', { ...told, words: answer.words })}
    </p>
  )
}

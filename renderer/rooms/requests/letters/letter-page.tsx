// One letter: what is settled on the left, its words on the right, and what can be done with it.
import { letterShow } from '../../../../shared/contract/letter.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { acting } from '../../../client/acting.ts'
import { useQuery } from '../../../client/query.ts'
import { useStore } from '../../../client/store.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { Waiting } from '../../../ui/delayed.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import { LetterDeeds } from './letter-deeds.tsx'
import { LetterForm } from './letter-form.tsx'
import { LetterPreview } from './letter-preview.tsx'
import type { ShownLetter } from './shown.ts'
import { StateChip } from './state-chip.tsx'

const t = translator(en)

/** The page. */
export function LetterPage({ request, id }: { readonly request: RequestDetail; readonly id: number }) {
  const signer = useStore(acting)
  const { data, refusal } = useQuery(letterShow, { id, signer }, ['requests', 'vault'], 500)
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  const { letter } = data
  return (
    <Section
      title={t('one', { kind: t(`kind.${letter.kind}`), id })}
      actions={<a href={address('requests', [request.id, 'letters'])}>{t('all')}</a>}
    >
      <RefusalNotice refusal={refusal} />
      <div className="letter-head">
        <StateChip state={letter.state} />
        <LetterDeeds request={request} shown={data} />
      </div>
      <Said shown={data} />
      <div className="letter-sides">
        {letter.state === 'draft' && <LetterForm request={request} shown={data} />}
        <LetterPreview shown={data} />
      </div>
    </Section>
  )
}

function Said({ shown: { lacks, doubts } }: { readonly shown: ShownLetter }) {
  return (
    <div aria-live="polite">
      {lacks.length > 0 && (
        <Notice tone="info" title={t('lacks')}>
          <Sentences sentences={lacks} />
        </Notice>
      )}
      {doubts.length > 0 && (
        <Notice tone="warn" title={t('doubts')}>
          <Sentences sentences={doubts} />
        </Notice>
      )}
    </div>
  )
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className="bullets">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

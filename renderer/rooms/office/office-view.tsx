// The office, a part at a time: the address says which.
import type { ComponentType } from 'react'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { Page } from '../../ui/page.tsx'
import { PartsNav } from '../../ui/parts-nav.tsx'
import { address, useRoute } from '../../workspace/route.ts'
import { AnswersPart } from './answers-part.tsx'
import { FlagsPart } from './flags-part.tsx'
import { parts } from './places.ts'
import { RegistersPart } from './registers-part.tsx'
import { ReportPart } from './report-part.tsx'

const t = translator(en)

const views: Readonly<Record<(typeof parts)[number], ComponentType>> = {
  answers: AnswersPart,
  registers: RegistersPart,
  flags: FlagsPart,
  report: ReportPart,
}

/** The room. */
export function OfficeView() {
  const { path } = useRoute()
  const here = parts.find((part) => part === path[0]) ?? 'answers'
  const View = views[here]
  return (
    <Page title={t('title')} about={t('about')}>
      <PartsNav
        label={t('parts')}
        parts={parts.map((part) => ({ id: part, title: t(`part.${part}`), to: address('office', [part]) }))}
        here={here}
      />
      <View />
    </Page>
  )
}

// The series that hold records and that nobody has answered for: until somebody does, nothing in them may be destroyed.
import { compileSchedule, unansweredSeries } from '../../../shared/domain/schedule/schedule.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Notice } from '../../ui/notice.tsx'
import type { ShownSchedule } from './shown.ts'

const t = translator(en)

/** The notice, where there are any. */
export function UnansweredNotice({ shown }: { readonly shown: ShownSchedule }) {
  const { schedule, answers, records } = shown
  const compiled = compileSchedule(schedule, ({ code }) => answers[code]?.kinds ?? null)
  const codes = unansweredSeries(compiled).filter((code) => (records[code] ?? 0) > 0)
  if (codes.length === 0) return null
  return <Notice tone="warn">{t('unanswered', { count: codes.length, codes: codes.join(', ') })}</Notice>
}

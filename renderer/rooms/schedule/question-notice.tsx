// A schedule without a series for social media: said so, with the page that asks the City Clerk and the City Attorney.
import { scheduleQuestion } from '../../../shared/contract/retention.ts'
import { socialMediaSeries } from '../../../shared/domain/schedule/social-series.ts'
import { useJob } from '../../client/begun.ts'
import { chooseTarget } from '../../client/grants.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import type { ShownSchedule } from './shown.ts'

const t = translator(en)

/** The notice, where there is no such series. */
export function QuestionNotice({ shown }: { readonly shown: ShownSchedule }) {
  const asking = useJob(scheduleQuestion, async () => {
    const target = await chooseTarget(t('questionFile'))
    return target && { to: target.grant }
  })
  if (socialMediaSeries(shown.schedule).length > 0) return null
  return (
    <Notice tone="warn">
      <p>{t('noSocialMedia')}</p>
      <RefusalNotice refusal={asking.refusal} />
      <div className="form-actions start">
        <Button busy={asking.busy} onPress={() => asking.go()}>
          {t('question')}
        </Button>
        <span role="status">{asking.result && t('questionWritten')}</span>
      </div>
    </Notice>
  )
}

// A capture under way: its progress, and at its end the way to it.
import { captureRun } from '../../../shared/contract/capture.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { JobProgress } from '../../work/job-progress.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The progress. */
export function CaptureProgress({ id }: { readonly id: JobId }) {
  return <JobProgress id={id} to={placeOf} words={words} />
}

const words = {
  running: t('running'),
  stop: t('stop'),
  stopAbout: t('stopAbout'),
  stopped: t('stopped'),
  stoppedAbout: t('stoppedAbout'),
}

function placeOf(result: unknown): string {
  const { data } = captureRun.output.safeParse(result)
  return data === undefined ? address('captures') : address('captures', [data.capture])
}

// An import under way: its progress, and at its end the way to its reconciliation.
import { intakeImport } from '../../../shared/contract/intake.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { JobProgress } from '../../work/job-progress.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The progress. */
export function ImportProgress({ id }: { readonly id: JobId }) {
  return <JobProgress id={id} to={placeOf} words={words} />
}

const words = {
  running: t('running'),
  stop: t('stop'),
  stopped: t('stopped'),
  stoppedAbout: t('stoppedAbout'),
}

function placeOf(result: unknown): string {
  const { data } = intakeImport.output.safeParse(result)
  return data === undefined ? address('imports') : address('imports', [data.accession])
}

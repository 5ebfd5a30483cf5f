// An import under way: its progress, and at its end the way to its reconciliation.
import type { z } from 'zod'
import { intakeImport } from '../../../shared/contract/intake.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { JobProgress } from '../../work/job-progress.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The progress. */
export function ImportProgress({ id }: { readonly id: JobId }) {
  return <JobProgress id={id} operation={intakeImport} to={placeOf} words={words} />
}

const words = {
  running: t('running'),
  stop: t('stop'),
  stopped: t('stopped'),
  stoppedAbout: t('stoppedAbout'),
}

function placeOf(result: z.output<typeof intakeImport.output> | null): string {
  return result === null ? address('imports') : address('imports', [result.accession])
}

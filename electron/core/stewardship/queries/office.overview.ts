import { officeOverview } from '../../../../shared/contract/office.ts'
import { answer } from '../../vault/handler.ts'
import { controls, coverageGaps, missingPapers } from '../office/overview.ts'

export default answer(officeOverview, ({ db }) => ({
  gaps: coverageGaps(db),
  control: controls(db),
  missingPapers: missingPapers(db),
}))

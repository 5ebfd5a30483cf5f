import { lawSigners } from '../../../../shared/contract/law-file.ts'
import { answer } from '../../vault/handler.ts'
import { appliedRuleFiles, ruleSigners } from '../../vault/repository/request/rule-file.ts'
import { rulesOf } from '../rule-file/additions.ts'

export default answer(lawSigners, ({ db }) => ({
  signers: ruleSigners(db),
  applied: appliedRuleFiles(db)
    .map(({ file, ...applied }) => {
      const { publisher, number, clocks, grounds, duties, exemptions, hours, letters, fees, repeals } = rulesOf(file)
      const rules = [clocks, grounds, duties, exemptions, hours, letters, fees, repeals].reduce(
        (sum, { length }) => sum + length,
        0,
      )
      return { ...applied, publisher, number, rules }
    })
    .toReversed(),
}))

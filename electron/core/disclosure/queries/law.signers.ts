import { lawSigners } from '../../../../shared/contract/law-file.ts'
import { answer } from '../../vault/handler.ts'
import { appliedRuleFiles, ruleSigners } from '../../vault/repository/request/rule-file.ts'
import { rulesOf } from '../rule-file/additions.ts'

export default answer(lawSigners, ({ db }) => ({
  signers: ruleSigners(db),
  applied: appliedRuleFiles(db)
    .map(({ file, ...applied }) => {
      const { publisher, number, clocks, grounds, duties } = rulesOf(file)
      return { ...applied, publisher, number, rules: clocks.length + grounds.length + duties.length }
    })
    .toReversed(),
}))

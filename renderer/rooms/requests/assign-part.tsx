// Which department and which people work on a request.
import { useState } from 'react'
import { requestAssign } from '../../../shared/contract/request-life.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'

const t = translator(en)

/** The part. */
export function AssignPart({ request }: { readonly request: RequestDetail }) {
  const { people } = useVault()
  const [department, setDepartment] = useState(request.department)
  const [assignees, setAssignees] = useState<readonly PersonId[]>(request.assignees)
  const saving = useAction(() => run(requestAssign, { id: request.id, department, assignees: [...assignees] }))
  const same = department === request.department && assignees.join() === request.assignees.join()
  const offered = [...people.values()].filter(({ id, endedAt }) => endedAt === undefined || assignees.includes(id))
  const closed = request.state === 'closed'
  return (
    <Section title={t('assigned')}>
      <div className="form">
        <Field label={t('department')} value={department} onChange={setDepartment} />
        <fieldset className="legend">
          <legend>{t('assignees')}</legend>
          {offered.map(({ id, name, title }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={assignees.includes(id)}
                onChange={(event) =>
                  setAssignees(event.target.checked ? [...assignees, id] : assignees.filter((one) => one !== id))
                }
              />
              {title === '' ? name : `${name}, ${title}`}
            </label>
          ))}
        </fieldset>
        <RefusalNotice refusal={saving.refusal} />
        <div className="form-actions start">
          <Button onPress={() => void saving.go()} busy={saving.busy} disabled={same || closed}>
            {t('assign')}
          </Button>
        </div>
      </div>
    </Section>
  )
}

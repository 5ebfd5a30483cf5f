// Nextdoor, captured: posts of an agency with their comments, by the reader of the interface's answers (docs/formats/nextdoor.md).
import { CONTEXT, jsonAnswers } from '../kit/json-answer.ts'
import { objectsOf, textOf, textsOf } from '../kit/value.ts'
import { apiOutcomes } from '../platforms/nextdoor/api.ts'

export default jsonAnswers({
  name: 'nextdoor',
  lists: (path) => path.length === 0 || (path.length === 1 && /^(?:posts|results|profiles)$/.test(path[0] ?? '')),
  make: (value, { media }, path) =>
    path[0] === 'profiles' || 'secure_profile_id' in value ? CONTEXT : apiOutcomes(value, 'posts', media),
  rest: () => CONTEXT,
  shows: ({ media_attachments: files }) => [...textsOf(files), ...objectsOf(files).map(({ url }) => textOf(url))],
})

// What a command answers in a practice vault, marked: for people by a line, for programs by a member.
import { TRAINING, TRAINING_SENTENCE } from '../../../shared/text/practice.ts'
import type { Answer } from '../command.ts'

/** The answer with a first line that says what it is; every object, or every row of a list, with `"practice": true`. */
export function trainingAnswer(answer: Answer): Answer {
  return { ...answer, value: marked(answer.value), lines: [`${TRAINING}. ${TRAINING_SENTENCE}`, ...answer.lines] }
}

function marked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marked)
  return typeof value === 'object' && value !== null ? { practice: true, ...value } : value
}

// English strings of what the office settled for destruction: who approves, and how old the lists may be.
export const en = {
  title: 'What the office settled',
  chain: 'Who approves',
  approvalDays: 'An approval counts for {count} days.',
  alone: 'One person may plan, approve and execute.',
  notAlone: 'Nobody plans, records the approvals and executes alone.',
  lists: 'Lists of open requests and claims',
  listDays: 'May be {count} days old.',
  usual: 'As usual: nobody has settled it otherwise.',
  by: 'Settled by {name}, {when}.',
  byTwo: 'Settled by {name} and {second}, {when}.',
} as const

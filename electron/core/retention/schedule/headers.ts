// The headers under which schedules name each field, in small letters with single spaces; collected from the layouts of law.md §3.5.
import { ScheduleField } from '../../../../shared/domain/schedule/column.ts'

/** The fields that a column may be, each with its headers. */
const headersOf = {
  code: 'series code|code|series number|series no|record series number|record series no|record series code|record number|schedule number|schedule no|item number|item no|item|number|no|id',
  title:
    'record title|records title|series title|record series title|records series title|title|records description|record description|type of record|types of records|record type|record name|series name|document type|record|records|name of record',
  description: 'records included|series description|scope|details|examples',
  department: 'department|dept|division|agency|department responsible|dept responsible|responsible department',
  officeOfRecord:
    'office of record|ofr|ofr office of record|office of record ofr|official recordkeeper|recordkeeper|record keeper|custodian|record custodian',
  retention:
    'official retention|retention period|total retention|retention|retention disposition|total retention period|retention code|minimum retention|legal retention|required retention|retention years|retention requirement|total',
  trigger: 'trigger|trigger code|retention trigger|event|trigger event',
  unit: 'unit|units|retention unit|period unit',
  active: 'active|active in office|active retention|retention active|office retention',
  inactive: 'inactive|inactive off site|inactive retention|retention inactive|inactive records center|inactive storage',
  onSite: 'retained on site|retained onsite|on site|onsite',
  offSite: 'retained off site|retained offsite|off site|offsite',
  retentionType: 'retention type',
  citations:
    'citation|citations|legal citation|legal citations|legal authority|authority|statutory reference|statutory references|statute|code section|code section remarks|legal reference|citation authority|legal basis|law',
  vital: 'v|vital|vital record|vital records',
  historical: 'h|historical|historic|historical record',
  confidential: 'c|confidential|confidential record',
  media: 'media|media options|media option|medium|storage media',
  disposition: 'disposition|final disposition|disposition action|disposition code|action|final action|symbol',
  cutoffBasis: 'cutoff basis|cutoff|cut off|cut off basis',
  notes: 'remarks|notes|note|comments|comment|department remarks|dept remarks|comments reference|comments references',
} as const satisfies Record<ScheduleField, string>

/** In some cities these head the title, in others the number or the explanation beside a title: the first free field is taken. */
export const ambiguousHeaders: readonly { name: string; fields: readonly ScheduleField[] }[] = [
  { name: 'record series', fields: ['title', 'code'] },
  { name: 'records series', fields: ['title', 'code'] },
  { name: 'series', fields: ['title', 'code'] },
  { name: 'description', fields: ['title', 'description'] },
]

const fieldByHeader = new Map<string, ScheduleField>()
for (const field of ScheduleField.options) {
  for (const name of headersOf[field].split('|')) fieldByHeader.set(name, field)
}

/** The field of a header as published, null where none is known. */
export function fieldOf(header: string): ScheduleField | null {
  return fieldByHeader.get(plainHeader(header)) ?? null
}

/** A header in small letters, everything but letters and digits as single spaces. */
export function plainHeader(header: string): string {
  return header
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

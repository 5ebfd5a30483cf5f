// The exemptions that a clerk meets in social media, as data (law.md §1.7). Tables found in public code are wrong: none was copied.
import type { Exemption } from '../domain/review/exemption.ts'
import { parseLocalDate } from '../domain/time.ts'

const plain = {
  validFrom: parseLocalDate('2023-01-01'),
  validTo: null,
  confirmed: false,
  trap: null,
  basis: 'A',
  asks: [],
  posting: false,
} as const satisfies Partial<Exemption>

/** Those that concern people. */
const people: readonly Exemption[] = [
  {
    ...plain,
    ...of('7927.700', '6254(c)', 'Personnel, medical and similar files'),
    text: 'Personnel, medical or similar files whose disclosure would be an unwarranted invasion of personal privacy.',
    trap: 'A balance of interests, not a ban on everything personal.',
    asks: ['balancing'],
    source: 'arb.ca.gov for the former text; the new number from third parties',
  },
  {
    ...plain,
    ...of('7928.300', '6254.3', 'Public employees’ home and personal details'),
    text: 'Home address, home telephone, personal cell number and birthdate of public employees are no public records; nor is a personal email address, unless it is used for public business or needed to identify a person in a message that is disclosed.',
    trap: 'Mandatory. Messages from an employee’s own account show such an address.',
    basis: 'B',
    source: 'self-law.org and findlaw, Gov. Code 7928.300',
    confirmed: true,
  },
  {
    ...plain,
    ...of('7928.205', '6254.21(a)', 'Officials’ addresses, not to be posted'),
    text: 'No agency publicly posts on the internet the home address, telephone number, or name with parcel number of an elected or appointed official without written permission.',
    trap: 'Forbids posting: it bites when the packet is published on the portal. AB 883 (2025) may have widened it.',
    basis: 'B',
    posting: true,
    source: 'leginfo, AB 1785 (2024) compared',
    confirmed: true,
  },
  {
    ...plain,
    ...of('7928.215', '6254.21(c)', 'Officials’ demand for removal'),
    text: 'On written demand, what was posted of an official is removed within 48 hours.',
    basis: 'B',
    posting: true,
    source: 'uslegal for the former text; 48 hours from third parties',
  },
  {
    ...plain,
    ...of('7922.200–7922.210', '6254.29', 'Social Security numbers'),
    text: 'A local agency redacts Social Security numbers before it discloses a record.',
    basis: 'B',
    source: 'not read',
  },
  {
    ...plain,
    ...of('7924.000', '6254.4', 'Voter registration'),
    text: 'Home address, telephone, email and like details of voters’ registration.',
    basis: 'B',
    source: 'third parties',
  },
  {
    ...plain,
    ...of('7927.100, 7927.105', '6254(j), 6267', 'Library patrons'),
    text: 'Circulation records and records of patrons’ use of a library.',
    source: 'not read',
  },
  {
    ...plain,
    ...of('7927.400', '6254.20', 'Personal information collected electronically'),
    text: 'Personal information that an agency collects about users of its electronic services.',
    source: 'not read',
  },
  {
    ...plain,
    ...of('7927.410', '6254.16', 'Utility customers'),
    text: 'Name, credit history, usage, home address and telephone number of utility customers of local agencies, with six exceptions.',
    trap: 'Only customers of local agencies; six exceptions (a)–(f).',
    source: 'california.public.law for the former text; the new number from third parties',
  },
]

/** Those that concern the City’s own affairs. */
const affairs: readonly Exemption[] = [
  {
    ...plain,
    ...of('7922.000', '6255(a)', 'Public interest'),
    text: 'On the facts of the particular record, the public interest in not disclosing it clearly outweighs the public interest in disclosing it.',
    trap: 'Needs facts of this record in writing; the ordinance adds how the public would be harmed, in practical terms.',
    asks: ['public-interest'],
    source: 'gamutonline for the former text; lawserver.com for the new number; new text not read',
  },
  {
    ...plain,
    ...of('7927.705', '6254(k)', 'Another law exempts or forbids it'),
    text: 'Records whose disclosure is exempted or prohibited by federal or state law, the privileges of the Evidence Code among them (954 attorney and client, 1040 official information, 1041 informers).',
    trap: 'Always name the second law.',
    basis: 'B',
    asks: ['second-law'],
    source: 'First Amendment Coalition v. Superior Court (2023), text quoted there',
    confirmed: true,
  },
  {
    ...plain,
    ...of('7923.600', '6254(f)', 'Police investigations'),
    text: 'Complaints to and investigations by police, their intelligence and security procedures.',
    trap: 'What 7923.605 to 7923.625 list is released all the same (list not confirmed); Penal Code 832.7(b) overrides.',
    source: 'number from First Amendment Coalition v. Superior Court (2023); text not read',
  },
  {
    ...plain,
    ...of('7927.500', '6254(a)', 'Preliminary drafts'),
    text: 'Preliminary drafts, notes and memoranda that are not retained in the ordinary course of business, where the public interest in withholding clearly outweighs that in disclosing.',
    trap: 'Both halves. A draft that is archived is retained.',
    asks: ['public-interest'],
    source: 'self-law.org, Gov. Code 7927.500',
    confirmed: true,
  },
  {
    ...plain,
    ...of('7927.200', '6254(b)', 'Pending litigation'),
    text: 'Records that pertain to pending litigation or claims, until these are adjudicated or settled.',
    trap: 'Not for records that merely matter to the litigation.',
    source: 'former text read; new number from third parties',
  },
  {
    ...plain,
    ...of('7929.200', '6254(aa)', 'Assessments of vulnerability'),
    text: 'A document that assesses vulnerability to terrorist or criminal acts and is for distribution in closed session.',
    trap: 'Narrow.',
    source: 'read',
    confirmed: true,
  },
  {
    ...plain,
    ...of('7929.210', '6254.19', 'Information security'),
    text: 'An information security record that would reveal vulnerabilities of an information technology system.',
    trap: 'Passwords of accounts in the register of approved tools belong here.',
    source: 'AB 2091 (2010) for its origin; new number not read',
  },
]

/** The catalogue. There is no general exemption for minors: the law that fits is named under 7927.705 or weighed under 7927.700. */
export const californiaExemptions: readonly Exemption[] = [...people, ...affairs]

function of(section: string, former: string, title: string) {
  return {
    id: `gov-${section.replace(/[^\d.]+/g, '-')}`,
    citation: `Gov. Code ${section}`,
    former: `Gov. Code ${former}`,
    title,
  }
}

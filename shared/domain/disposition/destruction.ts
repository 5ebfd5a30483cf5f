// Carrying a plan out: what becomes of each record, what is proved afterwards, and what the certificate says (law.md §3.4).
import { z } from 'zod'
import { Digest, RecordId } from '../id.ts'
import { KeptUnit } from '../retention/unit.ts'
import { Instant, LocalDate, Zone } from '../time.ts'
import { Approval, DispositionOffice } from './approval.ts'
import { PlanCustody } from './custody.ts'
import { CheckedList, PlanDepartment, PlanPackage } from './disposition.ts'
import { ListedFacts } from './listed.ts'
import { OfficeFileRef, PlanFileRow } from './office-file.ts'

/** Why a record of the plan was passed over on the day. */
export const SkipReason = z.enum([
  'gone',
  'drifted',
  'on-hold',
  'no-longer-eligible',
  'locked',
  'unsettled',
  'struck-from-plan',
  'with-its-thread',
  'waits-for-package',
  'package-not-named',
  'waits-for-others',
  'stopped',
])
export type SkipReason = z.infer<typeof SkipReason>

/** What was looked through after the destruction, in numbers. */
const ScanCounts = z.strictObject({
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  unpacked: z.int().nonnegative(),
  traces: z.int().nonnegative(),
})

/** Words or bytes that were found where they should not be, or a copy that is out of reach. `place` is a path in the vault, or in words. */
export const Found = z.strictObject({ place: z.string(), sentence: z.string() })
export type Found = z.infer<typeof Found>

/**
 * What the scan found. `left`: bytes of destroyed records that are still there; empty where the proof stands. `shared`: traces that stand
 * in what is kept, too. `residual`: known copies that are not destroyed, for the custodian.
 */
export const DestructionProof = z.strictObject({
  counts: ScanCounts,
  shared: z.int().nonnegative(),
  left: z.array(Found),
  residual: z.array(Found),
  vacuumed: z.boolean(),
  logEmptied: z.boolean(),
  otherFolders: z.array(z.string()),
})
export type DestructionProof = z.infer<typeof DestructionProof>

/** A record that was destroyed, as the certificate and the tombstone name it. */
export const Tombstone = z.strictObject({
  recordId: RecordId,
  account: z.string(),
  kind: z.string(),
  nativeId: z.string(),
  at: Instant.nullable(),
  precision: z.string(),
  series: z.string(),
  /** The day from which its period ran; not said where custody was given up, nor of destructions of before it was kept. */
  cutoff: LocalDate.optional(),
  eligibleOn: LocalDate,
  versions: z.int().nonnegative(),
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  leaves: z.array(Digest),
  /** Where custody of it was given up: the archive that signed for it, and the number of the copy. */
  custody: z.strictObject({ archive: z.string(), transfer: z.int().positive() }).optional(),
})
export type Tombstone = z.infer<typeof Tombstone>

/** A record of the plan that stays. */
export const PassedOver = z.strictObject({ recordId: RecordId, reason: SkipReason, detail: z.string() })
export type PassedOver = z.infer<typeof PassedOver>

/** A file of the office that was destroyed, as the certificate names it: what it was, in what series, how much of it. */
export const DestroyedFile = PlanFileRow.omit({ commitment: true }).extend({
  openedAt: Instant,
  rows: z.int().nonnegative(),
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
})
export type DestroyedFile = z.infer<typeof DestroyedFile>

/** A file of the plan that stays. */
export const StayingFile = OfficeFileRef.extend({ reason: SkipReason, detail: z.string() })
export type StayingFile = z.infer<typeof StayingFile>

/** What the schedule says of a series. */
export const SeriesRow = z.strictObject({
  code: z.string(),
  title: z.string(),
  retention: z.string(),
  citation: z.string(),
})
export type SeriesRow = z.infer<typeof SeriesRow>

/** A person of the register, as named on that day. */
const Named = z.strictObject({ id: z.string(), name: z.string(), title: z.string() })

/** What a destruction was begun upon, frozen in the transaction that began it. */
export const DestructionFacts = z.strictObject({
  city: z.string(),
  vaultId: z.string(),
  zone: Zone,
  today: LocalDate,
  unit: KeptUnit,
  plan: z.strictObject({
    number: z.int().positive(),
    digest: Digest,
    asOf: LocalDate,
    drawnUpAt: Instant,
    drawnUpBy: z.string(),
    records: z.int().nonnegative(),
    /** The office's own files in it; not said by destructions of before they had series. */
    files: z.int().nonnegative().optional(),
    schedule: z.strictObject({
      name: z.string(),
      resolution: z.string(),
      adoptedOn: LocalDate,
      effectiveFrom: LocalDate,
    }),
    packages: z.array(PlanPackage),
    departments: z.array(PlanDepartment).optional(),
    /** Said of a plan to give up custody. */
    custody: z.array(PlanCustody).optional(),
    /** The rows of its series, as they were approved; not said by destructions of before they were kept. */
    series: z.array(SeriesRow).optional(),
  }),
  office: DispositionOffice,
  approvals: z.array(Approval),
  lists: z.array(CheckedList.extend({ kind: z.string() })),
  /** How the lists stood to the requests and holds of the vault: entries, and what was answered; facts of before they were compared lack it. */
  listed: ListedFacts.optional(),
  heldPackages: z.boolean(),
  executedBy: Named,
  /** Who was there, beside the person who executed; null where nobody was named, and left out by destructions of before it was asked. */
  witness: Named.nullable().optional(),
  alone: z.boolean(),
})
export type DestructionFacts = z.infer<typeof DestructionFacts>

/** The certificate as data; the PDF says the same. Rows stand in the order of record ids. */
export const Certificate = DestructionFacts.extend({
  format: z.enum(['muniment-certificate-of-destruction', 'muniment-certificate-of-custody']),
  formatVersion: z.literal(1),
  /** Of a certificate of custody: what the checksum of a bag proves. */
  bagProves: z.string().optional(),
  number: z.string(),
  beganAt: Instant,
  executedAt: Instant,
  stopped: z.string().nullable(),
  destroyed: z.array(Tombstone),
  passedOver: z.array(PassedOver),
  /** The office's own files; certificates of before they had series have none. */
  files: z.array(DestroyedFile).optional(),
  filesKept: z.array(StayingFile).optional(),
  packages: z.array(
    z.strictObject({ id: z.string(), name: z.string(), digest: Digest, members: z.int(), held: z.boolean() }),
  ),
  bySeries: z.array(
    z.strictObject({
      series: z.string(),
      title: z.string(),
      retention: z.string(),
      citation: z.string(),
      records: z.int(),
      first: LocalDate.nullable(),
      last: LocalDate.nullable(),
      bytes: z.int(),
    }),
  ),
  /** The departments whose records went; left out where the plan names none. */
  byDepartment: z.array(z.strictObject({ department: z.string(), records: z.int() })).optional(),
  /** SHA-256 of the list of what was destroyed, as it is handed out (CSV); certificates of before it was told have none. */
  manifest: Digest.optional(),
  proof: DestructionProof,
  ledgerBefore: Digest,
  ledgerAfter: Digest,
})
export type Certificate = z.infer<typeof Certificate>

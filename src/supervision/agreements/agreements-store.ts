import { sql } from 'kysely'
import type { Db } from '../../platform/db/connect.ts'
import type { AgreementVersion } from './agreement-state.ts'

interface VersionRow extends Omit<AgreementVersion, 'signatures'> {
  readonly signatures: readonly { readonly personId: string; readonly signedAt: string }[]
}

/** Every version that was offered, oldest first, with who has signed it; without what they say. */
export async function listAgreementVersions(db: Db, relationshipId: string): Promise<AgreementVersion[]> {
  const { rows } = await sql<VersionRow>`
    select a.version, a.sha256, a.offered_at, a.offered_by,
      (
        select coalesce(json_agg(json_build_object('personId', s.person_id, 'signedAt', s.signed_at) order by s.signed_at), '[]')
        from agreement_signature s where s.relationship_id = a.relationship_id and s.version = a.version
      ) as signatures
    from agreement a where a.relationship_id = ${relationshipId} order by a.version`.execute(db)
  return rows.map(row => ({
    ...row,
    signatures: row.signatures.map(({ personId, signedAt }) => ({ personId, signedAt: new Date(signedAt) })),
  }))
}

/** One version's content, as it was written and hashed. */
export async function findAgreementContent(
  db: Db,
  relationshipId: string,
  version: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('agreement')
    .select('content')
    .where('relationshipId', '=', relationshipId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.content ?? null
}

interface NewVersion {
  readonly relationshipId: string
  readonly version: number
  readonly content: string
  readonly sha256: string
  readonly offeredAt: Date
  readonly offeredBy: string
}

export async function addAgreementVersion(db: Db, row: NewVersion): Promise<void> {
  await db.insertInto('agreement').values(row).execute()
}

/** False where this person had signed that version before. */
export async function addSignature(
  db: Db,
  row: {
    readonly relationshipId: string
    readonly version: number
    readonly personId: string
    readonly sha256: string
    readonly signedAt: Date
  },
): Promise<boolean> {
  const added = await db
    .insertInto('agreementSignature')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}

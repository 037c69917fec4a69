import type { Report, TeamRow } from './report.ts'

/** The rows as they are shown: teams by name, then those who are in none; the whole organisation before them. */
export function reportRows(
  report: Report | null,
  teamNames: Readonly<Record<string, string>>,
): readonly { readonly name: string; readonly figures: TeamRow['figures'] }[] {
  if (report === null) return []
  const named = report.teams
    .filter(({ teamId }) => teamId !== null)
    .map(({ teamId, figures }) => ({ name: teamNames[teamId ?? ''] ?? 'A team that is gone', figures }))
    .toSorted((a, b) => inOrder.compare(a.name, b.name))
  const without = report.teams.filter(({ teamId }) => teamId === null)
  return [
    { name: 'The whole organisation', figures: report.total },
    ...named,
    ...without.map(({ figures }) => ({ name: 'In no team', figures })),
  ]
}

/** Team 2 before Team 10. */
const inOrder = new Intl.Collator('en-GB', { numeric: true })

import { notFoundPage } from '../platform/web/error-pages.ts'
import { redirect } from '../platform/web/reply.ts'
import { get, post, signedIn, type Route } from '../platform/web/route.ts'
import { makePolicyVersion } from './actions/make-policy-version.ts'
import { openOrganisation } from './open-organisation.ts'
import { newPolicyPath, policyPath, policyVersionPath } from './paths.ts'
import { findPolicies } from './policies-store.ts'
import { typedPolicyOf } from './read-policy-form.ts'
import { newPolicyForm, newPolicyPage, readTypedPolicy } from './screens/new-policy-screen.ts'
import { policyPage, policyToStartFrom, policyVersionPage } from './screens/policy-screen.ts'
import type { OrganisationSettings } from './settings.ts'

/** By which policy an organisation supervises: every member reads it. */
export function policyRoutes(settings: OrganisationSettings): Route[] {
  return [
    get(policyPath, signedIn, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'see')
      if (opened === null) return notFoundPage()
      return policyPage(visit, opened, await findPolicies(visit.db, organisationId))
    }),
    get(policyVersionPath, signedIn, async visit => {
      const { organisationId, version } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'see')
      const policies = opened ? await findPolicies(visit.db, organisationId) : []
      const policy = policies.find(policy => String(policy.version) === version)
      return opened && policy ? policyVersionPage(opened, policies, policy) : notFoundPage()
    }),
    get(newPolicyPath, signedIn, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'set-policy')
      if (opened === null) return notFoundPage()
      const policies = await findPolicies(visit.db, organisationId)
      const start = policyToStartFrom(policies, opened.today)
      if (start === null) throw new Error('an organisation has a policy from the day it was founded')
      const { organisation, today } = opened
      const latest = policies.at(-1)?.version ?? 0
      return newPolicyPage(visit, { organisation, typed: typedPolicyOf(start, today), latest, refusal: null })
    }),
    post(newPolicyPath, signedIn, newPolicyForm, async visit => {
      const { organisationId } = visit.params
      const opened = await openOrganisation(settings, visit, organisationId, 'set-policy')
      if (opened === null) return notFoundPage(visit.form)
      const typed = readTypedPolicy(visit.form)
      const shown = visit.form.text('version')
      const by = visit.actor.personId
      const { today, organisation } = opened
      const made = await makePolicyVersion(visit.db, {
        organisationId,
        typed,
        shown,
        by,
        now: visit.now,
        today,
      })
      if (made.ok) return redirect(policyPath.url({ organisationId }, { done: 'policy-made' }))
      const { refusal } = made
      if (refusal.kind === 'not-found') return notFoundPage(visit.form)
      const policies = await findPolicies(visit.db, organisationId)
      return newPolicyPage(visit, { organisation, typed, latest: policies.at(-1)?.version ?? 0, refusal })
    }),
  ]
}

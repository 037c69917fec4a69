import type { Config } from './platform/config.ts'
import { signedIn } from './platform/web/route.ts'
import type { Page } from './platform/web/reply.ts'
import type { PageSurroundings } from './platform/web/server-parts.ts'
import type { Assets } from './platform/web/assets.ts'
import { backLink } from './platform/ui/govuk/back-link.ts'
import { footer } from './platform/ui/govuk/footer.ts'
import { genericHeader } from './platform/ui/govuk/generic-header.ts'
import { serviceNavigation } from './platform/ui/govuk/service-navigation.ts'
import { postForm } from './platform/ui/form.ts'
import { html, nothing, type Html } from './platform/ui/html.ts'
import { layout } from './platform/ui/layout.ts'
import { deviceTag } from './platform/web/token.ts'
import { createAccountPath, settingsPath, signInPath, signOutPath } from './accounts/paths.ts'
import { homePath, offlinePath, overviewPath } from './cpd/paths.ts'
import { aboutPath, guidancePath } from './guidance/paths.ts'
import { supervisionPath } from './supervision/paths.ts'
import { whichIsItPath } from './which-is-it/paths.ts'

/** The product's header, navigation and footer around a page. */
export function makeFrame(
  assets: Assets,
  { offlineDays }: Pick<Config, 'offlineDays'>,
): (page: Page, around: PageSurroundings) => Html {
  const header = html`<header>${genericHeader({ logo: 'Confer', url: homePath.url({}) })}</header>`
  const end = html`<footer>${footer({
    meta: {
      visuallyHiddenTitle: 'About this service',
      items: [
        { href: guidancePath.url({}), content: 'Guidance' },
        { href: aboutPath('accessibility').url({}), content: 'Accessibility' },
        { href: aboutPath('privacy').url({}), content: 'Privacy' },
        { href: aboutPath('cookies').url({}), content: 'Cookies' },
      ],
      content: 'Confer is free software.',
    },
  })}</footer>`
  return (page, around) =>
    layout({
      title: `${page.hasErrors ? 'Error: ' : ''}${page.title} – Confer`,
      bodyAttributes: deviceAttributes(around, offlineDays),
      stylesheetUrl: assets.stylesheetUrl,
      scriptUrl: assets.scriptUrl,
      header,
      navigation: navigation(around),
      beforeMain:
        page.back === null
          ? nothing
          : html`<nav aria-label="Back">${backLink({ href: page.back.href, content: page.back.text })}</nav>`,
      main: page.main,
      footer: end,
    })
}

/** Whose page it is and for how many days their device may keep what they write: without a number it keeps nothing. */
function deviceAttributes({ actor }: PageSurroundings, offlineDays: number): Html {
  if (actor === null || !signedIn.admits(actor)) return nothing
  const { personId, sessionId, keepsOnDevice } = actor
  const keeps = keepsOnDevice && offlineDays > 0 ? html` data-keeps-days="${offlineDays}"` : nothing
  return html` data-person="${personId}" data-session="${deviceTag(sessionId)}"${keeps}`
}

function navigation(around: PageSurroundings): Html {
  // What a browser keeps for want of a network is the page as nobody sees it, for whoever is signed in there.
  const isUnknown = around.actor === null || around.path === offlinePath.url({})
  const isIn = around.actor !== null && signedIn.admits(around.actor)
  const item = (href: string, content: string, exact = false) => ({
    href,
    content,
    current: around.path === href,
    active: !exact && around.path !== href && around.path.startsWith(`${href}/`),
  })
  const home = item(homePath.url({}), 'Home', true)
  const settings = item(settingsPath.url({}), 'Settings')
  // Organisations and invitations are part of it, under addresses of their own.
  const supervisionItem = item(supervisionPath.url({}), 'Supervision')
  const supervision = {
    ...supervisionItem,
    active: supervisionItem.active || /^\/(?:organisations|invitations)(?:\/|$)/.test(around.path),
  }
  const waysIn = [item(signInPath.url({}), 'Sign in'), item(createAccountPath.url({}), 'Create an account')]
  const always = [item(whichIsItPath.url({}), 'Which is it?'), item(guidancePath.url({}), 'Guidance')]
  return html`<div id="navigation" tabindex="-1">
    ${serviceNavigation({
      navigationLabel: 'Main',
      navigationId: 'navigation-list',
      navigation: isIn
        ? [home, item(overviewPath.url({}), 'Your CPD'), supervision, ...always, settings]
        : isUnknown
          ? [home, ...always]
          : [...always, ...waysIn],
      ...(isIn && {
        slots: {
          end: {
            content: html`<div class="confer-sign-out">
              ${postForm(around, signOutPath.url({}), html`<button type="submit" class="confer-button-link">Sign out</button>`)}
            </div>`,
            align: 'inline',
          },
        },
      }),
    })}
  </div>`
}

import { html, type Html } from './html.ts'

interface Layout {
  /** Attributes of the body, for scripts. */
  readonly bodyAttributes: Html
  /** What the tab says. */
  readonly title: string
  readonly stylesheetUrl: string
  readonly scriptUrl: string
  readonly header: Html
  readonly navigation: Html
  /** Between the navigation and the main part, such as a link back. */
  readonly beforeMain: Html
  readonly main: Html
  readonly footer: Html
}

/** The document around every page. `#top`, `#navigation` and `#main-content` are where the skip links and "back to top" lead. */
export function layout(parts: Layout): Html {
  return html`<!DOCTYPE html>
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8">
        <title>${parts.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="manifest" href="/manifest.webmanifest">
        <link rel="stylesheet" href="${parts.stylesheetUrl}">
        <script type="module" src="${parts.scriptUrl}"></script>
      </head>
      <body class="govuk-template__body" id="top"${parts.bodyAttributes}>
        <a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
        <a href="#navigation" class="govuk-skip-link" data-module="govuk-skip-link">Skip to navigation</a>
        ${parts.header} ${parts.navigation}
        <div class="govuk-width-container">
          ${parts.beforeMain}
          <main class="govuk-main-wrapper" id="main-content" tabindex="-1">
            ${parts.main}
            <p class="govuk-body confer-back-to-top">
              <a class="govuk-link govuk-link--no-visited-state" href="#top">Back to top</a>
            </p>
          </main>
        </div>
        ${parts.footer}
      </body>
    </html> `
}

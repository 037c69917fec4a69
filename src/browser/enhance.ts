import {
  Button,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from 'govuk-frontend'

// Everything here is a comfort: each page does all it must without it.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [
  Button,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component)
}

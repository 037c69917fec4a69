import {
  Button,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend'
import { checkAfterPause } from './checking/check-after-pause.ts'
import { countCharacters } from './count-characters.ts'
import { copyOnPress } from './copy-on-press.ts'
import { registerServiceWorker } from './offline/register.ts'
import { guardForms } from './writing/guard-forms.ts'
import { writeSafely } from './writing/write-safely.ts'

// Everything here is a comfort: each page does all it must without it.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
createAll(Button)
createAll(ErrorSummary)
createAll(NotificationBanner)
createAll(PasswordInput)
createAll(Radios)
createAll(ServiceNavigation)
createAll(SkipLink)
countCharacters(document)
copyOnPress(document)
writeSafely()
guardForms(document)
checkAfterPause()
// Set for whoever is signed in, and not on a shared computer: there nothing is kept.
if (document.body.dataset['keepsDays']) registerServiceWorker()

/** How the practitioner likes the form. Both keep the same answers, so it can be switched at any moment. */
export type FormLayout = 'one-page' | 'one-question'

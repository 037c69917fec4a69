/**
 * Which check this is: kept with what was submitted after it, and with what a page offers to replace. It is a hash of all
 * that decides what is found, said and offered; a test holds it to that. After any change in `src/anonymisation/`
 * `node scripts/anonymisation/renew-check-version.ts` writes it anew.
 */
export const checkVersion = '7318640ea5c1'

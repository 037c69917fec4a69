/**
 * Lets Confer open without a network from now on. A browser that cannot, or whose owner forbids it, goes without.
 */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return
  const register = () => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  }
  // After the page has all it needs: what the worker fetches must not come before.
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

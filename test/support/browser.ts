import type { App } from '../../src/app.ts'

export interface Fetched {
  readonly status: number
  readonly html: string
  /** Where a redirect leads, before it is followed. */
  readonly location: string | null
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The page's text without markup, for reading in a test. */
  readonly text: string
  readonly title: string
  readonly url: string
}

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Cookies, forms and redirects without a window: what a browser with JavaScript off does. */
export class Browser {
  readonly #server: App['server']
  readonly #address: string
  readonly cookies = new Map<string, string>()
  #lastPage: Fetched | null = null

  constructor(server: App['server'], address = '192.0.2.1') {
    this.#server = server
    this.#address = address
  }

  async get(url: string): Promise<Fetched> {
    return this.#follow(await this.#request('GET', url))
  }

  /** Like `get`, but stops at a redirect. */
  async getOnce(url: string): Promise<Fetched> {
    return this.#request('GET', url)
  }

  /** Posts with the form token of the page fetched last, as its forms would, and follows the redirect. */
  async post(url: string, fields: Fields = {}): Promise<Fetched> {
    return this.#follow(await this.postOnce(url, fields))
  }

  async postOnce(
    url: string,
    fields: Fields = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Fetched> {
    if (!this.#lastPage) await this.get('/')
    return this.#request('POST', url, { formToken: this.formToken(), ...fields }, headers)
  }

  /** The token in the page fetched last; '' when it had no form. */
  formToken(): string {
    return /name="formToken" value="([^"]+)"/.exec(this.#lastPage?.html ?? '')?.[1] ?? ''
  }

  async #follow(fetched: Fetched): Promise<Fetched> {
    let current = fetched
    for (let hops = 0; current.location !== null && hops < 5; hops++) {
      current = await this.#request('GET', current.location)
    }
    return current
  }

  async #request(
    method: 'GET' | 'POST',
    url: string,
    fields?: Fields,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Fetched> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields ?? {})) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
    }
    const response = await this.#server.inject({
      method,
      url: url.replace(/^https?:\/\/[^/]+/, ''),
      remoteAddress: this.#address,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(method === 'POST' ? { payload: body.toString() } : {}),
    })
    for (const cookie of response.cookies) {
      if (cookie.maxAge === 0) this.cookies.delete(cookie.name)
      else this.cookies.set(cookie.name, cookie.value)
    }
    const html = response.body
    const fetched: Fetched = {
      status: response.statusCode,
      html,
      location: response.headers.location ?? null,
      headers: response.headers as Fetched['headers'],
      text: textOf(html),
      title: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '',
      url,
    }
    if (html.includes('<title>')) this.#lastPage = fetched
    return fetched
  }
}

function textOf(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim()
}

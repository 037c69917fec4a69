import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'

export interface Message {
  readonly to: string
  readonly subject: string
  /** Plain text: reads the same in every mail program, and nothing in it can load from anywhere. */
  readonly text: string
  /** Where one press in the mail program stops this kind of mail (RFC 8058). */
  readonly unsubscribeUrl?: string
  /** Something for the calendar (RFC 5545), as a file and as mail programs look for it (RFC 6047). */
  readonly calendar?: { readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; readonly content: string }
}

export interface Mailer {
  send(message: Message): Promise<void>
}

interface MailerParts {
  readonly smtpUrl: string | null
  readonly dataDir: string
  /** The product's address: its host names the sender. */
  readonly baseUrl: string
  /** Told the path of each message that was written to a file. */
  readonly log: (line: string) => void
  /** Whether the first link of a message that was written to a file is printed too: for demonstrations only. */
  readonly printLinks?: boolean
}

/** The address that our mail comes from. */
export function senderAddress(baseUrl: string): string {
  return `no-reply@${new URL(baseUrl).hostname.replace(/^\[|\]$/g, '')}`
}

/** Sends by SMTP or, where there is none, writes each message whole as a file that a mail program opens. */
export function makeMailer({ smtpUrl, dataDir, baseUrl, log, printLinks = false }: MailerParts): Mailer {
  const from = { name: 'Confer', address: senderAddress(baseUrl) }
  if (smtpUrl !== null) {
    const transport = nodemailer.createTransport(smtpUrl)
    return {
      async send(message) {
        try {
          await transport.sendMail({ from, ...parts(message) })
        } catch (error) {
          throw withoutAddress(error)
        }
      },
    }
  }
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(message) {
      const { message: bytes } = await transport.sendMail({ from, ...parts(message) })
      const dir = join(dataDir, 'outbox')
      await mkdir(dir, { recursive: true, mode: 0o700 })
      const file = join(
        dir,
        `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`,
      )
      // Written beside and renamed: whoever watches the folder never sees half a message.
      await writeFile(`${file}.part`, bytes, { mode: 0o600 })
      await rename(`${file}.part`, file)
      const [link] = printLinks ? (/https?:\/\/\S+/.exec(message.text) ?? []) : []
      log(`mail written to ${file}${link === undefined ? '' : `, with the link ${link}`}`)
    },
  }
}

/** An error is kept in the row of the job that failed, and the server's words and nodemailer's fields quote the address. */
function withoutAddress(error: unknown): Error {
  const codes = ['code', 'responseCode'].flatMap(name => {
    const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined
    return typeof value === 'string' || typeof value === 'number' ? [value] : []
  })
  return new Error(`the mail server did not take the message (${codes.join(' ') || 'no code'})`)
}

function parts({ to, subject, text, unsubscribeUrl, calendar }: Message) {
  const headers: Record<string, string> =
    unsubscribeUrl === undefined
      ? {}
      : { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  return {
    to,
    subject,
    text,
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    ...(calendar && { icalEvent: { filename: 'calendar.ics', ...calendar } }),
  }
}

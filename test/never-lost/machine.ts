import { openDevice, openDeviceOffline, type Device } from '../../src/browser/device/device.ts'
import { Line } from './line.ts'
import type { Servers } from './servers.ts'
import type { Surroundings } from './surroundings.ts'

let machines = 0

/** One device with one browser on it. */
export class Machine {
  readonly id = `machine-${++machines}`
  readonly name: string
  readonly indexedDB = new IDBFactory()
  readonly line: Line
  isFull = false
  /** How wrong its clock is, in milliseconds. */
  readonly wrongBy: number
  readonly #servers: Servers
  readonly #begin: (what: string) => () => void

  constructor(servers: Servers, begin: (what: string) => () => void, name: string, wrongBy: number) {
    this.name = name
    this.line = new Line(servers, begin)
    this.#servers = servers
    this.#begin = begin
    this.wrongBy = wrongBy
  }

  now(): number {
    return this.#servers.now.getTime() + this.wrongBy
  }

  surroundings(formToken: string, end: Promise<void>): Surroundings {
    return {
      indexedDB: this.indexedDB,
      deviceId: this.id,
      fetch: this.line.fetch,
      formToken: { value: formToken },
      isFull: () => this.isFull,
      end,
      begin: this.#begin,
    }
  }

  /** The device as a page opens it; what the page asks of it is over before a test goes on. */
  async open(
    who: { person: string; session: string; keepsDays: number } | 'offline',
  ): Promise<Device | null> {
    const done = this.#begin('opening the device')
    const opened = who === 'offline' ? openDeviceOffline(this.now()) : openDevice({ ...who, now: this.now() })
    return opened.then(device => device && this.#waitFor(device)).finally(done)
  }

  /** Whatever the device is asked for. */
  #waitFor(device: Device): Device {
    return new Proxy(device, {
      get: (asked, name) => {
        const act: unknown = Reflect.get(asked, name)
        if (typeof act !== 'function') return act
        return async (...given: readonly unknown[]): Promise<unknown> => {
          const done = this.#begin(`device ${String(name)}`)
          try {
            return await (Reflect.apply(act, asked, given) as Promise<unknown>)
          } finally {
            done()
          }
        }
      },
    })
  }
}

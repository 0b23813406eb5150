import type { FaultInput } from "../../simulators/frame/faults"
import type { JournalEntry } from "../../simulators/frame/journal"
import type {
  Message,
  Prompt,
  PromptAnswer,
} from "../../simulators/frame/phones"
import { call } from "./call"

export type Phone = { messages: Message[]; prompts: Prompt[] }

export type SimulatorControl = {
  list(): Promise<unknown>
  faults(name: string, faults: FaultInput[]): Promise<void>
  clearFaults(name: string): Promise<void>
  config(name: string, config: Record<string, unknown>): Promise<void>
  journal(name: string): Promise<JournalEntry[]>
  clearJournal(name: string): Promise<void>
  phone(msisdn: string): Promise<Phone>
  /** `deliver` is how many times the callback is sent, once unless given. */
  answer(
    msisdn: string,
    prompt: string,
    answer: Pick<PromptAnswer, "action"> & Partial<PromptAnswer>
  ): Promise<void>
  /** Resolves when every callback that is under way has been delivered. */
  idle(name: string): Promise<void>
}

/** The simulators' control API, typed. Throws a sentence on any refusal. */
export function simulatorControl(url: string): SimulatorControl {
  const ask = async <T>(path: string, method = "GET", body?: object) => {
    const reply = await call<T>(`${url}/_sim${path}`, { method, body })
    if (reply.status >= 400) {
      throw new Error(
        `The simulators answered ${reply.status} to ${method} /_sim${path}: ${JSON.stringify(reply.body)}`
      )
    }
    return reply.body
  }
  return {
    list: () => ask(""),
    async faults(name, faults) {
      await ask(`/${name}/faults`, "POST", faults)
    },
    async clearFaults(name) {
      await ask(`/${name}/faults`, "DELETE")
    },
    async config(name, config) {
      await ask(`/${name}/config`, "PUT", config)
    },
    journal: (name) => ask<JournalEntry[]>(`/${name}/journal`),
    async clearJournal(name) {
      await ask(`/${name}/journal`, "DELETE")
    },
    phone: (msisdn) => ask<Phone>(`/phones/${encodeURIComponent(msisdn)}`),
    async idle(name) {
      await ask(`/${name}/idle`)
    },
    async answer(msisdn, prompt, answer) {
      await ask(
        `/phones/${encodeURIComponent(msisdn)}/prompts/${prompt}`,
        "POST",
        answer
      )
    },
  }
}

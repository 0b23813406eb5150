import type { SettingName } from "./schema"

/** What is wrong with one setting and what to do, as the rest of a sentence. */
export type Problem = { setting: SettingName; message: string }

const sentence = ({ setting, message }: Problem) => `${setting} ${message}`

/** Says everything that is wrong at once, and no secret. */
export class SettingsError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const head =
      problems.length === 1
        ? "A setting is wrong, so nothing was started:"
        : `${problems.length} settings are wrong, so nothing was started:`
    super(
      [
        head,
        ...problems.map((problem) => `  * ${sentence(problem)}`),
        "docs/settings.md describes every setting.",
      ].join("\n")
    )
    this.name = "SettingsError"
    this.problems = problems
    // Medusa prints message and stack; the second would only bury the first.
    this.stack = ""
  }
}

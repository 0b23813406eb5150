/** An error a person can act on: printed as it is, without a stack. */
export class Sentence extends Error {
  constructor(message, { tail, log, cause } = {}) {
    super(message, { cause })
    this.name = "Sentence"
    this.tail = tail
    this.log = log
  }

  /** The sentence, the last lines of the program that failed, its log. */
  get text() {
    return [
      this.message,
      ...(this.tail ? ["", indent(this.tail), ""] : []),
      ...(this.log ? [`The whole log is in ${this.log}`] : []),
    ].join("\n")
  }
}

const indent = (text) =>
  text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n")

const DISK_FULL = /ENOSPC|No space left on device/i

export const isDiskFull = (text) => DISK_FULL.test(text)

export const diskFull = (place) =>
  new Sentence(
    `The disk is full${place ? ` (writing to ${place})` : ""}. Free some space; a first start needs about 1.5 GB for packages, build and database. Then start again.`
  )

/** Turns what Node reports into a sentence, where it has only one meaning. */
export function explain(error) {
  if (error instanceof Sentence) {
    return error
  }
  const place = error?.path ?? error?.dest
  if (error?.code === "ENOSPC" || error?.code === "EDQUOT") {
    return diskFull(place)
  }
  if (place && ["EACCES", "EPERM", "EROFS"].includes(error.code)) {
    return new Sentence(
      `This user may not ${error.syscall ?? "use"} ${place}. Run the command as the user who owns the folder (sudo chown -R "$USER" on it gives it back after a start as root), or let DUKA_DIR name a folder that can be written.`
    )
  }
  return undefined
}

/** The last lines of a text, without colours and empty lines. */
export function lastLines(text, count = 15) {
  return text
    .replace(/\u001b\[[0-9;]*m/g, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .slice(-count)
    .join("\n")
}

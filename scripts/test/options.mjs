import { Sentence } from "../lib/sentence.mjs"
import { names } from "./phases.mjs"

export const usage = `npm test                              everything
npm test -- --only http,browser      some of: ${names.join(", ")}
npm test -- --only http carts        only spec files whose path has "carts"
npm test -- --only http -- -t "text"  anything after the second -- goes to Jest`

/** What a person asked for on the command line. */
export function readOptions(argv) {
  const options = { only: [], pattern: [], jest: [], help: false }
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]
    if (word === "--") {
      options.jest = argv.slice(at + 1)
      break
    }
    if (word === "--help" || word === "-h") {
      options.help = true
    } else if (word === "--only" || word.startsWith("--only=")) {
      const value = word === "--only" ? argv[++at] : word.slice(7)
      options.only.push(...(value ?? "").split(",").filter(Boolean))
    } else if (word.startsWith("-")) {
      throw new Sentence(`npm test does not know ${word}.\n\n${usage}`)
    } else {
      options.pattern.push(word)
    }
  }
  const unknown = options.only.filter((name) => !names.includes(name))
  if (unknown.length > 0 || (argv.includes("--only") && !options.only.length)) {
    throw new Sentence(
      `There is no part called "${unknown.join('", "')}" in the tests.\n\n${usage}`
    )
  }
  return options
}

/** Whether a check or suite belongs to what was asked for. */
export function selects({ only }, name) {
  return only.length === 0 || only.some((part) => name.startsWith(part))
}

import { sections } from "./schema"
import type { Section, Setting } from "./setting"

/** `docs/settings.md` and `.env.example`, written from the schema. */

const code = (text: string) => `\`${text}\``

const defaultOf = ({ fallback, otherwise, secret }: Setting) => {
  if (otherwise) {
    return otherwise
  }
  if (fallback === undefined) {
    return "not set"
  }
  if (fallback === "") {
    return "empty"
  }
  return secret ? "a development value" : code(fallback)
}

const remarks = ({ secret, later }: Setting) =>
  [
    secret && "Secret.",
    later && `*Nothing reads it yet; it comes with ${later}.*`,
  ].filter(Boolean)

const row = ([name, setting]: [string, Setting]) =>
  `| ${[
    code(name),
    [setting.about, ...remarks(setting)].join(" "),
    setting.expectation,
    defaultOf(setting),
  ].join(" | ")} |`

const table = ({ title, about, settings }: Section) =>
  [
    `## ${title}`,
    "",
    about,
    "",
    "| setting | what it does | value | default |",
    "|---|---|---|---|",
    ...Object.entries(settings).map(row),
  ].join("\n")

const INTRODUCTION = `# Settings

<!-- Written by \`npm run docs:settings\` from src/settings. Do not edit. -->

Every setting is a variable of the environment. Nothing has to be set to run the
demo shop. \`src/settings\` is the only place that reads the environment; what it
finds wrong it says all at once, in sentences and without secrets, and nothing
starts (exit code 1).

* Variables win over files. In development \`.env\` is read, in production
  \`.env.production\` and then \`.env\`, in tests neither. Write \`\\$\` for a dollar
  sign in a file.
* A variable that is empty counts as not set. Spaces around a value are dropped.
* \`npm run doctor -- --production\` judges a production configuration before it
  goes live. It also names the variables of \`.env\` that are no settings.

## In production

With \`NODE_ENV=production\` the server, the worker, the migrations and scripts
refuse to start when

* \`DATABASE_URL\` (or \`DB_HOST\`) is not set;
* \`JWT_SECRET\` or \`COOKIE_SECRET\` is the development value, shorter than 32
  characters, made of a few repeated characters, or both are the same;
* \`STORE_CORS\`, \`ADMIN_CORS\` or \`AUTH_CORS\` is not set, contains \`*\`, a
  pattern that is not anchored, an address of this machine, or plain \`http\`;
* \`BACKEND_URL\`, \`STOREFRONT_URL\`, \`ASSETS_URL\` or
  \`IMAGEKIT_URL_ENDPOINT\` is this machine or plain \`http\`;
* \`SIMULATORS_URL\` is set;
* a payment or message account is a test or sandbox account.

\`TRIAL_MODE\` loosens this where nobody pays: \`staging\` accepts test and sandbox
accounts, \`local\` also addresses of this machine, so that the production build
can be tried on a laptop. Both say so in the log at each start. Nothing makes
production accept simulators, \`*\` or a known secret.

**Building needs no settings.** \`medusa build\` (and \`lint\`, \`db:generate\`,
\`plugin:build\`) serves nobody, so the list above does not apply to it: an image
is built once, without secrets, and configured where it runs.`

const CLOSING = `## Adding a setting

Add it to its section in \`src/settings/sections\` with a kind, a sentence and a
default, read it as \`settings.NAME\`, and run \`npm run docs:settings\`. What must
hold between settings goes to \`src/settings/relations.ts\`, what must hold in
production to \`src/settings/production.ts\`.`

export const settingsPage = () =>
  `${[INTRODUCTION, ...sections.map(table), CLOSING].join("\n\n")}\n`

const WIDTH = 78

const comment = (text: string) => {
  const lines: string[] = []
  for (const word of text.replace(/[`*]/g, "").split(" ")) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH - 2) {
      lines[lines.length - 1] = `${last} ${word}`
    } else {
      lines.push(word)
    }
  }
  return lines.map((line) => `# ${line}`)
}

const example = ([name, setting]: [string, Setting]) => {
  const text = [setting.about, ...remarks(setting)].join(" ")
  const value = setting.secret ? "" : (setting.fallback ?? "")
  return [...comment(text), `# ${name}=${value}`, ""].join("\n")
}

const group = ({ title, about, settings }: Section) =>
  [
    `#### ${title}`,
    ...comment(about),
    "",
    ...Object.entries(settings).map(example),
  ].join("\n")

/** Everything is commented out: the shop runs as it is. */
export const environmentExample = () =>
  [
    "# Copy to .env and take the # away where you want something else.",
    "# Written by `npm run docs:settings`; docs/settings.md says more.",
    "",
    ...sections.map(group),
  ].join("\n")

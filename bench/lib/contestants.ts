import { createHash } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { ModuleKind, ScriptTarget, transpileModule } from "typescript"
import { CACHE, LOGS, ROOT } from "./place"
import { runProgram } from "./programs"
import { stockFiles } from "./stock-project"

export type Contestant = {
  name: "duka" | "stock"
  title: string
  /** The production build; `medusa start` runs here. */
  directory: string
  /** Medusa's command line program of that project. */
  cli: string
  /** Settings on top of the common ones. */
  env: Record<string, string>
  /** The loader of the catalogue, compiled where that project's packages are. */
  loader: string
  /** Changes when a loaded database would look different. */
  schema: string
}

const read = (file: string) => readFileSync(file, "utf8")

const manifest = JSON.parse(
  readFileSync(join(ROOT, "package.json"), "utf8")
) as { dependencies: Record<string, string> }

export const MEDUSA_VERSION = manifest.dependencies[
  "@medusajs/medusa"
] as string

const LOADER = ["catalogue", "load"]

const CATALOGUE = LOADER.map((name) =>
  join(ROOT, "bench/catalogue", `${name}.ts`)
)

/** The same program for both; only the packages around it differ. */
function compileLoader(folder: string): string {
  mkdirSync(folder, { recursive: true })
  LOADER.forEach((name, index) => {
    const { outputText } = transpileModule(read(CATALOGUE[index] as string), {
      compilerOptions: {
        module: ModuleKind.CommonJS,
        target: ScriptTarget.ES2022,
      },
    })
    writeFileSync(join(folder, `${name}.js`), outputText)
  })
  return join(folder, "load.js")
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) {
    return []
  }
  return statSync(path).isFile()
    ? [path]
    : readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
}

export function hashOf(texts: readonly string[]): string {
  const hash = createHash("sha256")
  texts.forEach((text) => hash.update(text).update("\0"))
  return hash.digest("hex").slice(0, 12)
}

/** Everything of ours that decides what loading the catalogue leaves behind. */
const dukaSchema = () =>
  hashOf(
    [
      ...["src/modules", "src/links", "src/workflows", "src/subscribers"],
      "src/migration-scripts",
      ...["medusa-config.ts", "package-lock.json"],
    ]
      .flatMap((path) => filesBelow(join(ROOT, path)))
      .filter((file) => !file.includes("__tests__"))
      .concat(CATALOGUE)
      .map(read)
  )

/** Two long secrets; nobody but the harness ever talks to these servers. */
const secretOf = (name: string) =>
  createHash("sha512").update(`bench ${name} ${ROOT}`).digest("base64")

export const COMMON_ENV = {
  NODE_ENV: "production",
  JWT_SECRET: secretOf("jwt"),
  COOKIE_SECRET: secretOf("cookie"),
  STORE_CORS: "http://localhost:8000",
  ADMIN_CORS: "http://localhost:9000",
  AUTH_CORS: "http://localhost:9000",
}

/** Counted on every request as in production, but never reached. */
const ENDLESS = "1000000000/60s"

export async function prepareDuka(
  say: (line: string) => void
): Promise<Contestant> {
  const { ensureBuilt } = await import("../../scripts/lib/build.mjs")
  const { directory } = await ensureBuilt({ onProgress: say })
  return {
    name: "duka",
    title: "Duka",
    directory,
    cli: createRequire(join(ROOT, "package.json")).resolve(
      "@medusajs/cli/cli.js"
    ),
    env: {
      TRIAL_MODE: "local",
      BACKEND_URL: "http://localhost:9000",
      RATE_LIMIT_AUTH: ENDLESS,
      RATE_LIMIT_WRITE: ENDLESS,
      RATE_LIMIT_READ: ENDLESS,
    },
    loader: compileLoader(join(CACHE, "duka")),
    schema: dukaSchema(),
  }
}

/**
 * A Medusa that nobody touched, in a folder of its own. It is installed once;
 * another version or another template of the project makes it anew.
 */
export async function prepareStock(
  say: (line: string) => void
): Promise<Contestant> {
  const project = join(CACHE, "stock")
  const files = stockFiles(MEDUSA_VERSION)
  const packages = hashOf([files["package.json"] as string])
  const built = hashOf(Object.entries(files).flat())
  const stamp = (name: string) => join(project, `.${name}`)
  const stamped = (name: string) =>
    existsSync(stamp(name)) ? read(stamp(name)) : ""

  if (stamped("installed") !== packages) {
    say(`installing stock Medusa ${MEDUSA_VERSION} (about a minute, once)`)
    rmSync(project, { recursive: true, force: true })
    mkdirSync(project, { recursive: true })
    writeFileSync(
      join(project, "package.json"),
      files["package.json"] as string
    )
    await runProgram("Installing stock Medusa", {
      command: ["npm", "install", "--no-audit", "--no-fund"],
      cwd: project,
      log: join(LOGS, "stock-install.log"),
    })
    writeFileSync(stamp("installed"), packages)
  }
  const cli = join(project, "node_modules/@medusajs/cli/cli.js")
  if (stamped("built") !== built) {
    say("building stock Medusa")
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true })
      writeFileSync(join(project, path), text)
    }
    await runProgram("Building stock Medusa", {
      command: [process.execPath, cli, "build"],
      cwd: project,
      env: COMMON_ENV,
      log: join(LOGS, "stock-build.log"),
    })
    writeFileSync(stamp("built"), built)
  }
  return {
    name: "stock",
    title: "stock Medusa",
    directory: join(project, ".medusa/server"),
    cli,
    env: {},
    loader: compileLoader(join(project, "bench")),
    schema: hashOf([MEDUSA_VERSION, ...CATALOGUE.map(read)]),
  }
}

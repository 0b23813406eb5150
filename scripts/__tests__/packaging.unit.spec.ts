import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parse } from "yaml"
import { settingNames } from "../../src/settings/schema"

const root = resolve(__dirname, "../..")
const read = (file: string) => readFileSync(join(root, file), "utf8")

const { scripts } = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>
}

type Service = {
  environment?: Record<string, string>
  command?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test?: string[]; disable?: boolean }
}

const compose = parse(read("docker-compose.yml"), { merge: true }) as {
  services: Record<string, Service>
}

type RenderService = {
  name: string
  type: string
  preDeployCommand?: string
  envVars?: { key: string }[]
}

const render = parse(read("render.yaml")) as { services: RenderService[] }

const npmScripts = (text: string) =>
  [...text.matchAll(/npm["', ]+run["', ]+([\w:-]+)/g)].map((match) => match[1])

describe("packaging", () => {
  it.each([
    "Dockerfile",
    "docker-compose.yml",
    "railway.json",
    "render.yaml",
    ".github/workflows/ci.yml",
    "ecosystem.config.cjs",
  ])("%s calls only npm scripts that exist", (file) => {
    const unknown = npmScripts(read(file)).filter((name) => !(name in scripts))

    expect(unknown).toEqual([])
  })

  it.each(["migrate", "server", "worker"])(
    "gives the compose service %s only settings that exist",
    (name) => {
      const given = Object.keys(compose.services[name].environment ?? {})

      expect(given).not.toEqual([])
      expect(given.filter((key) => !isSetting(key))).toEqual([])
    }
  )

  it("gives each service on Render only settings that exist", () => {
    const given = render.services.flatMap((service) =>
      (service.envVars ?? []).map(({ key }) => key)
    )

    expect(given).not.toEqual([])
    expect(given.filter((key) => !isSetting(key))).toEqual([])
  })

  it("migrates before a server starts, and starts when the database answers", () => {
    const { postgres, migrate, server, worker } = compose.services

    expect(postgres.healthcheck?.test).toContain("CMD-SHELL")
    expect(migrate.depends_on?.postgres.condition).toBe("service_healthy")
    expect(server.depends_on?.migrate.condition).toBe(
      "service_completed_successfully"
    )
    expect(worker.depends_on?.server.condition).toBe("service_healthy")
  })

  it("runs the image as an ordinary user with a health check", () => {
    const last =
      read("Dockerfile")
        .split(/^FROM /m)
        .pop() ?? ""

    expect(last).toMatch(/^USER node$/m)
    expect(last).toMatch(/^HEALTHCHECK /m)
  })

  it("keeps secrets and local data out of the image", () => {
    const ignored = read(".dockerignore").split("\n")

    expect(ignored).toEqual(
      expect.arrayContaining([".env", ".env.*", ".duka", ".git"])
    )
  })

  it("has a CI script that the shell can read and that ends in the tests", () => {
    execFileSync("bash", ["-n", join(root, ".ci/run")])

    expect(read(".ci/run").trimEnd().endsWith("exec npm test")).toBe(true)
  })
})

function isSetting(key: string) {
  return (settingNames as string[]).includes(key)
}

import { type SpawnOptions, spawn } from "node:child_process"
import { resolve } from "node:path"

export const lib = resolve(__dirname, "..")
export const root = resolve(lib, "../..")

export type Ended = { code: number | null; stdout: string; stderr: string }

/** Runs a Node program to its end. */
export function runNode(
  args: string[],
  options: SpawnOptions = {}
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { ...options, stdio: "pipe" })
    let stdout = ""
    let stderr = ""
    child.stdout?.on("data", (chunk) => (stdout += chunk))
    child.stderr?.on("data", (chunk) => (stderr += chunk))
    child.once("error", fail)
    child.once("close", (code) => done({ code, stdout, stderr }))
  })
}

/**
 * The programs of scripts/ are ES modules, which Jest cannot load. So a piece
 * of one runs in a Node of its own; what it passes to `answer` comes back.
 */
export async function inNode<T>(
  code: string,
  { from = lib, ...options }: SpawnOptions & { from?: string } = {}
): Promise<T> {
  const program = `
    const load = (file) => import(${JSON.stringify(`file://${from}/`)} + file)
    const answer = (value) =>
      process.stdout.write(JSON.stringify(value ?? null))
    ${code}`
  const {
    code: exit,
    stdout,
    stderr,
  } = await runNode(["--input-type=module", "--eval", program], options)
  if (exit !== 0) {
    throw new Error(`The program ended with exit code ${exit}:\n${stderr}`)
  }
  return JSON.parse(stdout) as T
}

import { join } from "node:path"
import { launch, launchNode } from "../children.mjs"
import { readJson, root } from "../files.mjs"
import { diskFull, isDiskFull, Sentence } from "../sentence.mjs"

/**
 * Whether `node_modules` holds what the lock file asks for. npm writes down
 * what it installed when it is through, so contents are compared and not
 * times, which `git checkout` changes at will.
 */
export function isInstalled(folder = root) {
  const wanted = readJson(join(folder, "package-lock.json"))
  const present = readJson(join(folder, "node_modules/.package-lock.json"))
  return Object.entries(wanted?.packages ?? {}).every(
    ([path, { version, optional, extraneous, link }]) =>
      path === "" ||
      // Of another platform, or wanted by nobody: npm leaves these out.
      optional ||
      extraneous ||
      link ||
      present?.packages?.[path]?.version === version
  )
}

/** Runs the npm that runs us, or else the one on the path. */
function launchNpm(args, options) {
  const running = process.env.npm_execpath
  return running && /npm-cli\.[cm]?js$/.test(running)
    ? launchNode([running, ...args], options)
    : launch("npm", args, options)
}

export async function installPackages({ log }) {
  const child = launchNpm(["ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    env: process.env,
    log,
  })
  const { code } = await child.exited
  if (code === 0) {
    return
  }
  if (isDiskFull(child.output())) {
    throw diskFull(join(root, "node_modules"))
  }
  throw new Sentence(
    "npm could not install the packages. Is this machine online, and may it reach the npm registry? Run npm ci to see more.",
    { tail: child.tail(), log }
  )
}
